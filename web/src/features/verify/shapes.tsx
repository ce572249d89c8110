export function TickDisc() {
  return (
    <svg className="sign" viewBox="0 0 64 64" aria-hidden="true">
      <circle cx="32" cy="32" r="32" fill="currentColor" />
      <path d="M19 33l9 9 17-19" className="cut-out" />
    </svg>
  );
}

export function StopOctagon() {
  return (
    <svg className="sign" viewBox="0 0 64 64" aria-hidden="true">
      <path d="M19 0h26l19 19v26L45 64H19L0 45V19z" fill="currentColor" />
      <path d="M22 22l20 20M42 22L22 42" className="cut-out" />
    </svg>
  );
}

export function Cross() {
  return (
    <svg className="glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5 5l14 14M19 5L5 19" />
    </svg>
  );
}

export function PhoneIcon() {
  return (
    <svg className="glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M6.5 4l2.700 4.600-1.800 1.700c1 2.300 2.700 4 5 5l1.700-1.800 4.600 2.700-1 3.300C10.500 20.700 2.800 13 3.500 6.400z" />
    </svg>
  );
}

export function SpeakerIcon() {
  return (
    <svg className="glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 9.500v5h3.500l5 4.500V5l-5 4.500zM16 9c1.700 1.600 1.700 4.400 0 6M18.500 6.500c3.200 3 3.200 8 0 11" />
    </svg>
  );
}
