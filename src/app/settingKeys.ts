/** Under which keys a workbook keeps what the add-in remembers. They stand in users' files, so they never change. */
export const SETTING = {
  prefix: 'von.',
  /** Tables as the user has confirmed or corrected them. */
  memory: 'von.memory',
  /** Comments by row and version. */
  comments: 'von.comments',
  threshold: 'von.threshold',
  /** Findings that were looked into, with the reason. */
  accepted: 'von.accepted',
  /** Rows that are one-off items. */
  oneOffs: 'von.oneOffs',
  /** Measures that were added, changed or taken away in the pane. */
  plan: 'von.plan',
  /** How series are computed and judged. */
  series: 'von.series',
} as const;
