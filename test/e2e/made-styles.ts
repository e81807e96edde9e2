/** The looks of the made pages; nothing of the sites' own style sheets. */
export const DIGEST_STYLE = `
body{margin:0;font:15px/1.45 system-ui,sans-serif;color:#1f2937;background:#fff}
header{display:flex;justify-content:space-between;padding:14px 32px;border-bottom:1px solid #e5e7eb}
header a{margin-left:20px;color:#4b5563;text-decoration:none}
main{max-width:1240px;margin:0 auto;padding:24px 32px 80px}
.head{display:flex;gap:24px;align-items:center;margin-bottom:20px}
h1{font-size:24px;margin:0;flex:1}
.head input{padding:7px 12px;border:1px solid #d1d5db;border-radius:8px;width:220px;font:inherit}
.grid{display:grid;gap:22px;grid-template-columns:repeat(auto-fill,minmax(340px,1fr))}
.card{position:relative;display:flex;flex-direction:column;overflow:hidden;border:1px solid #e5e7eb;border-radius:12px}
.picture{display:block;height:190px}.picture svg{width:100%;height:100%;display:block}
.by{position:absolute;right:8px;top:160px;background:#fff;border:1px solid #e5e7eb;border-radius:6px;padding:1px 8px;font-size:12px}
.body{display:flex;gap:18px;padding:22px 20px 20px}
.votes{color:#374151;text-decoration:none;text-align:center}
.votes>div{border:1px solid #e5e7eb;border-radius:12px;width:46px;padding:8px 0;font-size:13px}
.text{min-width:0;flex:1}h3{margin:0 0 8px;font-size:17px;line-height:1.35}h3 a{color:inherit;text-decoration:none}
.row{display:flex;justify-content:space-between;gap:8px;font-size:13px;color:#6b7280}.row a{color:inherit;text-decoration:none}
.row ul{list-style:none;margin:0 6px 0 0;padding:0;display:inline-flex;vertical-align:-2px}
.row li{width:14px;height:14px;border-radius:50%;background:#cbd5e1;border:1px solid #fff;margin-left:-4px}
.org{border:1px solid #bfdbfe;background:#eff6ff;color:#1d4ed8!important;border-radius:99px;padding:0 8px}
@media (prefers-color-scheme:dark){body{background:#0b0f19;color:#e5e7eb}header,.card,.votes>div{border-color:#1f2937}
header a,.votes{color:#9ca3af}.by,.head input{background:#0b0f19;border-color:#374151;color:inherit}.org{background:#172554;border-color:#1e3a8a;color:#93c5fd!important}}
`;

export const LIST_STYLE = `
body{margin:0;font:15px/1.5 "Liberation Sans",Arial,sans-serif;color:#111;background:#fff}
header{background:#6b2020;color:#fff;padding:12px 40px;font-weight:bold}
main{padding:12px 40px 80px}h1{font-size:24px;margin:12px 0}h3{font-size:17px;margin:18px 0 8px}
dl{margin:0}dt{margin:14px 0 2px}dd{margin:0 0 10px 44px}
.list-title{font-weight:bold;font-size:16px;line-height:1.35}.list-title .descriptor{display:none}
.list-authors a{color:#0b5394;text-decoration:none}.list-comments,.list-subjects{font-size:13px;color:#444}
p.mathjax{max-width:72em;margin:6px 0 0}a{color:#0b5394}
`;
