/** How long a rule took, in milliseconds. */
export interface Timing {
  readonly rule: string;
  readonly milliseconds: number;
}
