/** Where the frame takes what differs from page to page. */
export const MARKS = { title: "<!--title-->", answer: "<!--answer-->", data: "<!--data-->" } as const;

/** What the build makes of the application, and which of it a browser may run, by digests. */
export interface Built {
  readonly style: string;
  readonly script: string;
  readonly styleHash: string;
  readonly scriptHash: string;
  /** Licences of what the script has within it. */
  readonly notices: string;
}

/** The page around its data. It may run its own script and nothing else, and may ask no network for anything. */
export function frameOf({ style, script, styleHash, scriptHash, notices }: Built): string {
  const policy = [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    `style-src '${styleHash}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${MARKS.title}</title>
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript><p>${MARKS.answer}</p><p>This page needs JavaScript to show its findings.</p></noscript>
<script type="application/json" id="data">${MARKS.data}</script>
<script>${script}</script>
</body>
</html>
<!--
${notices}
-->
`;
}
