import { readSpreadsheet } from './server/imports/reading/read-spreadsheet.ts'
import { textOf } from './server/imports/reading/table.ts'
import { readFileSync, readdirSync } from 'node:fs'
const root='/work/shared/data/spreadsheets/'
for (const f of readdirSync(root,{recursive:true,encoding:'utf8'})) { if(!/\.(csv|xlsx)$/.test(f)) continue
 const r=await readSpreadsheet(readFileSync(root+f),f); const s=r.sheets[0]!
 console.log(f,r.encoding,JSON.stringify(r.delimiter),s.rows.length,s.columns, s.rows.slice(0,4).map(x=>x.map(textOf).join('|')).join(' // ').slice(0,160)) }
let t=Date.now(); const b=await readSpreadsheet(readFileSync('/tmp/h/xl/big.xlsx'),'big'); console.log(Date.now()-t,b.sheets[0]!.rows.length, JSON.stringify(b.sheets[0]!.rows[1]!.slice(0,3)), process.memoryUsage().rss/1e6)
