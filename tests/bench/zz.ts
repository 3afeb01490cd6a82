import { openDatabase } from '#server/db/database.ts'
import { openRegister, networkOn } from '#server/network/register.ts'
import { lapsedPairs } from '#server/network/tie-sets.ts'
import { turnover } from '#server/insights/moved.ts'
import { coverageBySector } from '#server/network/coverage.ts'
const cpu=()=>{const u=process.cpuUsage(); return (u.user+u.system)/1000}
const t=async<T>(name:string,f:()=>T|Promise<T>)=>{const c=cpu(); const r=await f(); console.log(name,(cpu()-c).toFixed(0),'ms'); return r}
const db=await t('open',()=>openDatabase(process.argv[2]!))
const reg=await t('register',()=>openRegister(db))
const s=reg.current()
console.log(s.actors.size,s.partnerships.size)
let before=await t('derive',()=>networkOn(s,'official','2016-03-31'))
for(const on of ['2016-06-30','2017-06-30','2018-06-30','2019-06-30','2020-06-30','2021-06-30','2022-06-30']) {
 const now=await t('derive '+on,()=>networkOn(s,'official',on))
 const l=await t('lapsed',()=>lapsedPairs(s,now)); await t('turnover',()=>turnover(before,now,l)); await t('coverage',()=>coverageBySector(now)); console.log(now.csr.n,now.csr.m); before=now }
process.exit(0)
