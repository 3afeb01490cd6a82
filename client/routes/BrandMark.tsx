/** A bunch of grapes drawn as a small network, one mango leaf. */
export function BrandMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" className="flex-none" aria-hidden="true">
      <path d="M4.6 5.4h12.8L11 17.8z" className="fill-none stroke-grape" />
      <g className="fill-grape">
        <circle cx="4.4" cy="5.4" r="3.1" />
        <circle cx="11" cy="5.4" r="3.1" />
        <circle cx="7.7" cy="11.4" r="3.1" />
        <circle cx="14.3" cy="11.4" r="3.1" />
        <circle cx="11" cy="17.6" r="3.1" />
      </g>
      <path
        d="M20.9 3.2c.5 3-1.5 5.2-3.9 5.2-1.9 0-3-1.3-2.7-2.9.4-2.1 2.5-2.3 3.9-3.3.8-.6 1.1-1.2 1.1-1.2s1.3.5 1.6 2.2z"
        className="fill-mango"
      />
    </svg>
  )
}
