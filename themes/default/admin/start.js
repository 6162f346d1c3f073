// Before the editor: it waits for records.js, and speaks the site's language to whoever has not chosen another.
"use strict";
window.CMS_MANUAL_INIT = true;
try {
  const key = "sveltia-cms.prefs";
  const chosen = JSON.parse(localStorage.getItem(key) ?? "{}");
  const language = document.documentElement.lang;
  const locale = language === "en" ? "en-US" : language;
  if (!chosen.locale) localStorage.setItem(key, JSON.stringify({ ...chosen, locale }));
} catch {
  // Without a store, the editor speaks the browser's language.
}
