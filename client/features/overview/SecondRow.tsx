import '#client/styles/overview-second.css'
import { CoverageSection } from './CoverageSection.tsx'
import { MovedSection } from './MovedSection.tsx'
import { useOverviewModel } from './OverviewContext.ts'
import { ProgressSection } from './ProgressSection.tsx'

/** Under the finding: the way here, what moved, how much is known. A chunk of its own. */
export function SecondRow() {
  const { moved, change } = useOverviewModel().overview
  return (
    <div className={moved && change ? 'overview-second' : 'overview-second overview-second-two'}>
      <ProgressSection />
      {moved && change ? <MovedSection moved={moved} comparedOn={change.comparedOn} /> : null}
      <CoverageSection />
    </div>
  )
}
