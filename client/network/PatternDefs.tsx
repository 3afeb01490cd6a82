/** The two textures of not-knowing: cecek (dots) = not yet asked, sawut (hatching) = lapsed. Drawn once per page. */
export function PatternDefs() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <pattern id="cecek" width="4" height="4" patternUnits="userSpaceOnUse">
          <circle cx="1" cy="1" r="0.75" className="cecek-dot" />
          <circle cx="3" cy="3" r="0.75" className="cecek-dot" />
        </pattern>
        <pattern id="sawut" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v4" className="sawut-line" />
        </pattern>
      </defs>
    </svg>
  )
}
