// The pages of an answer in their order; what the first ones point at is looked at for those after them alone.
import { firstOf } from "./found.js";
import { lifted } from "./links.js";
import { once } from "./loading.js";

const SURE = 4; // results that keep their places, so that they need not wait

export class Order {
  /** `days`, if any, come before what each page is worth. */
  constructor(pages, { scores, days, terms, links }) {
    this.first = (count, worth) => firstOf(pages, count, ...(days ? [days] : []), worth);
    this.sure = this.first(SURE, scores);
    // Where it cannot be loaded the order is the one of the words alone.
    this.worth = once(() => (days ? Promise.resolve(scores) : lifted(pages, scores, this.sure, terms, links).catch(() => scores)));
  }

  /** The pages from one place of the order to another. */
  async between(from, to) {
    if (to <= this.sure.length) return this.sure.slice(from, to);
    return this.first(to, await this.worth()).slice(from);
  }
}
