/** Small line icons on a 16 px grid, drawn for this project. Always beside a name for those who do not see them. */

const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.6 10.6L14 14',
  flag: 'M3.5 14.5V2M3.5 2.5H12l-1.8 3L12 8.5H3.5',
  dismiss: 'M4 4l8 8M12 4l-8 8',
  note: 'M3 13l.7-3L11 2.8a1.3 1.3 0 0 1 1.8 0l.4.4a1.3 1.3 0 0 1 0 1.8L6 12.3 3 13Z',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6v-5ZM5.4 5.4h.01',
  cite: 'M6.6 4.2C4.6 5 3.4 6.6 3.4 9v2.8h3.4V8.6H5M13 4.2C11 5 9.8 6.6 9.8 9v2.8h3.4V8.6h-1.8',
  open: 'M6.5 3H3v10h10V9.5M9 3h4v4M13 3L7.5 8.5',
  pdf: 'M4 1.8h5l3.5 3.5v9H4v-12.5ZM9 1.8v3.5h3.5M6.2 8.5h4M6.2 11h4',
  show: 'M8 11.5A3.5 3.5 0 1 0 8 4.5a3.5 3.5 0 0 0 0 7ZM8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3',
  undo: 'M6 3.5L2.5 7 6 10.5M2.5 7H10a3.5 3.5 0 0 1 0 7H7',
  export: 'M8 2v8M4.8 6.8L8 10l3.2-3.2M2.5 13.5h11',
  library: 'M3 2.5v11M6 2.5v11M8.8 3.2l3.8 10.2M2 13.5h12.5',
  check: 'M3 8.5l3.2 3.2L13 4.5',
  down: 'M4 6l4 4 4-4',
  code: 'M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5',
  link: 'M6.8 9.2l2.4-2.4M7 4.8l1.6-1.6a2.8 2.8 0 0 1 4 4L11 8.8M9 11.2l-1.6 1.6a2.8 2.8 0 0 1-4-4L5 7.2',
  rows: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  table: 'M2 3h12v10H2V3ZM2 6.4h12M6.4 3v10',
  columns: 'M2 3h12v10H2V3ZM6 3v10M10 3v10',
  gear: 'M8 10.2A2.2 2.2 0 1 0 8 5.8a2.2 2.2 0 0 0 0 4.4ZM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4',
  zotero: 'M3.5 3h9l-9 10h9',
  next: 'M2.5 8h10.5M9 4l4 4-4 4',
  back: 'M13.5 8H3M7 4L3 8l4 4',
  panel: 'M2 3h12v10H2V3ZM9.8 3v10',
  review: 'M3.5 4.5h9v9h-9v-9ZM5 2.5h6M6 9l1.6 1.6L10.5 7.5',
  chart: 'M2.5 13.5h11M4.5 13.5V9M8 13.5V3M11.5 13.5V6',
  help: 'M5.8 6a2.2 2.2 0 1 1 3.3 1.9C8.3 8.4 8 8.9 8 9.8M8 12.3h.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
