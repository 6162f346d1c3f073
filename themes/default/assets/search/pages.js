// What a result shows of a page; generator/search/pagefind.py writes a file for each.
import { excerptOf } from "./excerpt.js";
import { onceEach, unpacked } from "./loading.js";

/** The pages of an index, loaded one by one; `folders` are those of its parts, each with the number of its pages. */
export class Pages {
  constructor(folders) {
    this.folders = folders;
    /** What is told of the page of a number. */
    this.page = onceEach((place) => unpacked(this.addressOf(place)).then((page) => page.json()));
  }

  addressOf(place) {
    let number = place;
    const folder = this.folders.find(({ count }) => number < count || ((number -= count), false));
    return folder.address + number;
  }

  /** A page as a result for the terms of a question. */
  async shown(place, terms) {
    const page = await this.page(place);
    const [shape, ...label] = page.outcome?.split(" ") ?? [];
    return {
      url: page.url,
      title: page.title,
      kind: page.kind,
      date: page.date ?? "",
      summary: page.summary ?? "",
      excerpt: terms.length ? excerptOf(page.text, terms) : [],
      breadcrumb: page.where ?? "",
      outcome: shape ? { shape, label: label.join(" ") } : null,
    };
  }
}
