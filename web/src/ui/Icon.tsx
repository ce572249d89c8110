const shapes = {
  inbox: ['M3 11l2.5-6h9L17 11v5H3z', 'M3 11h4l1 2h4l1-2h4'],
  warning: ['M10 3.2l7.3 13H2.7z', 'M10 8v4M10 14v.2'],
  board: ['M3 4h14v9H3z', 'M7 17h6M10 13v4'],
  chart: ['M3 17h14', 'M5 14v-4M10 14V5M15 14V8'],
  routing: ['M10 17s5-4.6 5-8.500a5 5 0 0 0-10 0C5 12.4 10 17 10 17z', 'M10 8.500v.1'],
  units: ['M8 3h4v4H8zM3 13h4v4H3zM13 13h4v4h-4z', 'M10 7v3M5 13v-3h10v3'],
  rules: ['M4 5h7M4 10h7M4 15h7', 'M14 4l1.2 1.200L17.5 3M14 9l1.2 1.200L17.5 8M14 14l1.2 1.2 2.3-2.2'],
  audit: ['M10 2.800l6 2.200v4.500c0 3.7-2.5 6.4-6 7.7-3.5-1.3-6-4-6-7.700V5z', 'M7.5 10l1.8 1.8 3.3-3.6'],
  phone: ['M5.5 3.500l2.2 3.8-1.5 1.400c.8 1.9 2.2 3.3 4.1 4.100l1.4-1.5 3.8 2.2-.8 2.700c-6 1-12.5-5.5-11.9-11.900z'],
  help: ['M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14z', 'M8 8a2 2 0 1 1 2.6 1.900c-.5.2-.6.5-.6 1.100M10 13.600v.1'],
  search: ['M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4z', 'M13 13l4 4'],
  download: ['M10 4v9M6 9.500l4 4 4-4M4 16.500h12'],
  upload: ['M10 13V4M6 7.500l4-4 4 4M4 16.500h12'],
  pin: ['M7 3h6M8 3v5l-2 3h8l-2-3V3M10 11v6'],
  info: ['M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14z', 'M10 9v5M10 6.300v.1'],
  eye: ['M2.5 10S5.2 5.2 10 5.2 17.5 10 17.5 10 14.8 14.8 10 14.8 2.5 10 2.5 10z', 'M10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z'],
  lock: ['M5 9h10v8H5z', 'M7 9V6.500a3 3 0 0 1 6 0V9'],
  close: ['M5 5l10 10M15 5L5 15'],
  check: ['M4 10.500l4 4 8-9'],
  back: ['M12.5 4l-6 6 6 6'],
  next: ['M7.5 4l6 6-6 6'],
  pen: ['M4 16l.8-3.200L13.5 4l2.5 2.5-8.8 8.700z'],
  house: ['M3.5 9.500L10 4l6.5 5.500V16.500h-13z', 'M8.5 16.500v-4h3v4'],
  people: ['M7 4.500a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM2.5 16c.3-3 2-4.5 4.5-4.500s4.2 1.5 4.5 4.5', 'M13 5.500a2 2 0 1 1 0 4M14 11.700c2 .2 3.3 1.6 3.5 4.3'],
  bank: ['M3 8l7-4 7 4zM4.5 8v6.500M8 8v6.500M12 8v6.500M15.5 8v6.500M3 16.500h14'],
  moon: ['M15.5 11.800A6.2 6.2 0 0 1 8.2 4.500a6.2 6.2 0 1 0 7.3 7.300z'],
  sun: ['M10 6.500a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z', 'M10 2.500v1.500M10 16v1.500M2.5 10H4M16 10h1.500M4.7 4.700l1 1M14.3 14.300l1 1M4.7 15.300l1-1M14.3 5.700l1-1'],
  sheet: ['M4 3h8l4 4v10H4z', 'M12 3v4h4M7 10l5 5M12 10l-5 5'],
  key: ['M7 8.500a3.5 3.5 0 1 0 0 3h5l1.5 1.500L15 11.500l1.5 1.500V10L15 8.500z'],
  qr: ['M3.5 3.500h5v5h-5zM11.5 3.500h5v5h-5zM3.5 11.500h5v5h-5z', 'M11.5 11.500h2v2M16.5 11.500v2M13.5 16.500h3v-1.5'],
  speaker: ['M3.5 8v4h3l4 3.500v-11L6.5 8z', 'M13 7.500c1.5 1.3 1.5 3.7 0 5M15 5.500c2.8 2.5 2.8 6.5 0 9'],
  device: ['M6 2.500h8v15H6z', 'M9.5 14.500h1'],
  calendar: ['M4 5h12v11.500H4z', 'M4 8.500h12M7.5 3v3M12.5 3v3'],
  dot: ['M10 9v2M9 10h2'],
} as const;

export type IconName = keyof typeof shapes;

/** A drawing beside a word; it never carries meaning alone, so it is hidden from readers. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'i i16' : 'i'} viewBox="0 0 20 20" aria-hidden="true">
      {shapes[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}

/** The mark of Lianxin: two strokes that join into one heart. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" aria-hidden="true">
      <path d="M14 22.500L6.2 14.800a4.7 4.7 0 0 1 6.6-6.600L17 12.4" />
      <path d="M14 22.500l7.8-7.700a4.7 4.7 0 0 0-6.6-6.600L11 12.4" />
    </svg>
  );
}
