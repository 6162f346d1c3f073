// Goes before the search of mkdocs-material, which looks for words that begin as the asked ones do: it shall look for those that
// begin as their stems do, so that "udpegningernes" finds "udpegning". The index has the words as they are written.
addEventListener("message", ({ data: message }) => {
  const QUESTION = 2;
  if (message.type !== QUESTION) return;
  message.data = message.data.toLowerCase().replace(/[\p{L}]{4,}/gu, (word) => {
    const stem = lunr.LANGUAGE.stemmer(new lunr.Token(word)).toString();
    return word.startsWith(stem) ? stem : word;
  });
});
