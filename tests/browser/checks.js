// What a script can check of WCAG 2.2 on an open page: each function gives a list of what is wrong, empty where nothing is.
(() => {
  const FOCUSABLE = "a[href], area[href], button, input, select, textarea, summary, [tabindex]";
  const shown = (one) => one.checkVisibility({visibilityProperty: true});
  const named = (one) => one.outerHTML.slice(0, 120);
  const everything = () => [...document.querySelectorAll("body, body *")].filter(shown);

  // A colour as red, green, blue from 0 to 255 and its opacity; the canvas reads every form that CSS has.
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const read = new Map();
  const colour = (text) => {
    if (!read.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      read.set(text, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return read.get(text);
  };
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.slice(0, 3).map((each) => each / 255)
      .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const groundBehind = (one) => {
    for (let each = one; each; each = each.parentElement) {
      const ground = colour(getComputedStyle(each).backgroundColor);
      if (ground[3] > 0) return ground;
    }
    return colour("Canvas");
  };

  // 2.4.7, 1.4.11: an outline of two pixels or more in three times the ground's brightness; in a drawing, a shape's own line.
  const lines = (one) => [...one.querySelectorAll("rect, path, circle")].map((shape) => getComputedStyle(shape))
    .map((style) => ({width: parseFloat(style.strokeWidth), colour: style.stroke}));
  const isDrawnAround = (one, before) => lines(one).some(({width, colour: line}, number) =>
    width >= 2 && line !== "none" && contrast(colour(line), groundBehind(one.ownerSVGElement.parentElement)) >= 3 &&
    (width !== before[number].width || line !== before[number].colour));
  const isOutlined = (one) => {
    const style = getComputedStyle(one);
    const ground = groundBehind(parseFloat(style.outlineOffset) < 0 ? one : one.parentElement);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && contrast(colour(style.outlineColor), ground) >= 3;
  };
  const focus = () => [...document.querySelectorAll(FOCUSABLE)].filter(shown).filter((one) => {
    const before = lines(one);
    one.focus({focusVisible: true});
    if (document.activeElement !== one) return true;
    return !(one instanceof SVGElement ? isDrawnAround(one, before) || isOutlined(one) : isOutlined(one));
  }).map(named);

  // 2.4.3, 1.3.2: no order but the page's own, and nothing that sticks over what has the focus.
  const order = () => everything().filter((one) => {
    const style = getComputedStyle(one);
    return one.tabIndex > 0 || style.order !== "0" || style.flexDirection.endsWith("reverse") ||
      ["fixed", "sticky"].includes(style.position) && !one.matches("th, td, th *, td *, thead, tr") && style.left !== "0px";
  }).map(named);

  // 2.3.3: nothing moves by itself or on the way from one state to another.
  const motion = () => everything().filter((one) => {
    const style = getComputedStyle(one);
    return style.animationName !== "none" || style.transitionDuration.split(", ").some((each) => parseFloat(each) > 0.01);
  }).map(named);

  // 1.4.12: the spacing that readers may set. As a sheet of its own: the policy forbids a style in the page, not this.
  const space = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*, *::before, *::after { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
  };
  const unspace = () => { document.adoptedStyleSheets = []; };
  const isHidden = (one) => one.clientWidth <= 1 || one.clientHeight <= 1 || getComputedStyle(one).clipPath !== "none";
  const clipped = () => everything().filter((one) => {
    if (one instanceof SVGElement || isHidden(one)) return false;
    const style = getComputedStyle(one);
    const cuts = (name) => ["hidden", "clip"].includes(style[name]);
    return cuts("overflowX") && one.scrollWidth > one.clientWidth + 1 || cuts("overflowY") && one.scrollHeight > one.clientHeight + 1;
  }).map(named);
  const outOfDrawings = () => [...document.querySelectorAll("svg text")].filter(shown).filter((one) => {
    const [text, frame] = [one.getBoundingClientRect(), one.ownerSVGElement.getBoundingClientRect()];
    return text.left < frame.left - 1 || text.right > frame.right + 1 || text.top < frame.top - 1 || text.bottom > frame.bottom + 1;
  }).map((one) => one.textContent);
  const sideways = () => (document.documentElement.scrollWidth > innerWidth ? [document.documentElement.scrollWidth] : []);

  window.checks = {focus, order, motion, space, unspace, clipped, outOfDrawings, sideways};
})()
