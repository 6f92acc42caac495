import type { MeasureStatus } from '../core/measureStatus';

/** A figure of the user's sheet, by sheet name and A1 address, with the value it had when it was read. */
export interface SourceCell {
  readonly sheet: string;
  readonly cell: string;
  readonly value: number | string;
  /** The cell holds the figure as text ("68 tkr"), so a formula cannot refer to it. */
  readonly isText?: true;
  /** Factor from the cell's own unit to tkr: 1000 for mnkr. */
  readonly toTkr: number;
}

/** A measure of the plan. Amounts in tkr; effects are + when the result improves. null is "not said", never zero. */
export interface PlanMeasure {
  /** Verksamhet and name, folded: the same measure next month, wherever its row stands. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** null belongs to "Gemensamt för nämnden". */
  readonly verksamhet: string | null;
  readonly responsible: string;
  /** Excel serials of days; an end is included. */
  readonly start: number | null;
  /** No column tells the start: it was read out of the description, and gives the effect that is printed. */
  readonly isStartFromText?: true;
  readonly end: number | null;
  readonly rampMonths: number | null;
  readonly helarseffektTkr: number | null;
  /** The year's effect as printed in the source; kept beside the computed one. */
  readonly enteredEffectTkr: number | null;
  /** Hämtat hem: what can be seen in the outcome. */
  readonly realisedTkr: number | null;
  /** A share, 0 to 1. */
  readonly probability: number | null;
  readonly oneOffCostTkr: number | null;
  readonly status: MeasureStatus | null;
  readonly followUp: string;
  readonly consequence: string;
  /** The forecast holds the effect already. */
  readonly inForecast: boolean;
  /** The budget frame does not hold what the measure gave last year, so all of its effect counts. */
  readonly outsideBudgetFrame: boolean;
  /** The measure as the source and the pane tell it, where the user has changed it on our own sheet: what the next writing compares with. */
  readonly toldElsewhere?: PlanMeasure;
  /** Where the figures stand in the user's sheet; left out for a measure added in the pane. */
  readonly source?: {
    readonly sheet: string;
    /** 1-based. */
    readonly row: number;
    readonly effectYear?: SourceCell;
    readonly helarseffekt?: SourceCell;
    readonly realised?: SourceCell;
  };
}

/** What a verksamhet must find. */
export interface PlanRequirement {
  readonly verksamhet: string;
  /** The source's figure in tkr; null where it follows from the forecast. */
  readonly amountTkr: number | null;
  readonly source?: SourceCell;
  /** The source's own words: "Åtgärdskrav enligt budget 2023". */
  readonly label: string;
}

/** What the forecast (or, in a closed year, the outcome) says about a verksamhet: the figures behind its avvikelse. */
export interface PlanForecast {
  readonly verksamhet: string;
  readonly avvikelseTkr: number;
  readonly budget: SourceCell;
  readonly compared: SourceCell;
  /** +1: avvikelse = compared − budget. −1: budget − compared. */
  readonly sign: 1 | -1;
}

/** A verksamhet of a handlingsplan: its situation at each reporting point, in words and figures. */
export interface HandlingsplanRow {
  readonly key: string;
  readonly verksamhet: string;
  readonly situations: readonly { readonly reportingPoint: string; readonly amountMnkr: number | null }[];
  /** What the situation says beside the forecasts above. */
  readonly situationText: string;
  readonly analysis: string;
  readonly measure: string;
  readonly consequence: string;
  readonly followUp: string;
  readonly source: { readonly sheet: string; readonly row: number };
}

/** A measure that two tables list by the same name. */
export interface RepeatedMeasure {
  readonly name: string;
  /** Where it stands, "Plan E5": the one that the plan takes, and the other. */
  readonly places: readonly [string, string];
  /** The tables tell the same and the plan holds it once; else both stand in the plan, and count. */
  readonly isCountedOnce: boolean;
}

/** All that the åtgärdsplan is built from. */
export interface PlanInput {
  readonly year: number;
  readonly measures: readonly PlanMeasure[];
  readonly requirements: readonly PlanRequirement[];
  /** One table's deviations; empty where no table can tell. `basis` names the comparison in words for the row label. */
  readonly forecasts: readonly PlanForecast[];
  readonly forecastBasis: 'forecast' | 'final' | null;
  /** "Sheet!A3:F19" of the table behind `forecasts`. */
  readonly forecastTable: string | null;
  /** The year that the deviations speak of, where its heading tells. */
  readonly forecastYear?: number;
  /** Measures that two tables list; left out where there are none. */
  readonly repeated?: readonly RepeatedMeasure[];
  readonly handlingsplan: readonly HandlingsplanRow[];
  /** Keys of measures that the user has taken away; no new row may get one of them. */
  readonly retiredKeys?: readonly string[];
  /** Names of measures that the user has taken away from our sheet while the source still holds them. */
  readonly leftOut?: readonly string[];
}

/** The owner of measures without a verksamhet. */
export const COMMON_VERKSAMHET = 'Gemensamt för nämnden';
