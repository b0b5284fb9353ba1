/** How a copy looks: it is opened far from any server, so it brings its own few rules along. */
export const offlineStyles = `
:root{color-scheme:light dark}
body{margin:0;font:1.0625rem/1.6 Seravek,'Gill Sans Nova',Ubuntu,Calibri,'DejaVu Sans',sans-serif;background:#fbf8f0;color:#24211c}
main{max-width:65ch;margin:0 auto;padding:1.5rem 1rem 4rem}
h1,h2,h3{font-family:'Iowan Old Style',Palatino,'Palatino Linotype',P052,serif;line-height:1.25}
a{color:#9f3d1d}
img,video{max-width:100%;height:auto}
pre,.table,.maths{overflow-x:auto}
table{border-collapse:collapse}
th,td{border:1px solid #85795f;padding:.3rem .6rem;text-align:start;vertical-align:top}
[align=right]{text-align:end}
blockquote{margin-inline-start:0;padding-inline-start:1rem;border-inline-start:3px solid #85795f}
.note{color:#5d564a}
.contents{padding-inline-start:1.25rem}
.depth-1{margin-inline-start:1.5rem}
.depth-2{margin-inline-start:3rem}
.depth-3{margin-inline-start:4.5rem}
nav{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin-top:3rem;border-top:1px solid #85795f;padding-top:1rem}
nav a,.contents a{display:inline-block;padding:.35rem 0}
@media (prefers-color-scheme:dark){body{background:#1c1a17;color:#ece6d9}a{color:#f2a27c}.note{color:#b9b0a0}}
@media print{nav{display:none}}
`;
