import { LocaleType, LogLevel, Univer, UniverInstanceType, type IWorkbookData, type Workbook } from '@univerjs/core';
import { ICommandService } from '@univerjs/core';
import { UniverDocsPlugin } from '@univerjs/docs';
import { FormulaDataModel, IDefinedNamesService, IFunctionService, LexerTreeBuilder, UniverFormulaEnginePlugin, type BaseFunction } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { FormulaCalculationSessionController, FormulaCalculationSessionService, TriggerCalculationController, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { addIteratorSome } from './iteratorSome';
import { quietUniver } from './quietUniver';

export const UNIT = 'book';

/** The spreadsheet that holds the cells and computes the formulas. */
export interface Engine {
  readonly workbook: Workbook;
  readonly univer: Univer;
  readonly formulas: FormulaDataModel;
  readonly lexer: LexerTreeBuilder;
  readonly names: IDefinedNamesService;
  /** Runs a Univer command or mutation at once; its parameters get the unit id. */
  execute(id: string, params: object): boolean;
  /** Computes what is due and comes back when every cell holds its result. */
  settle(): Promise<void>;
  /** Forgets what has come in since the last computation: a file brings its results along. */
  trustResults(): Promise<void>;
  /** Computes the formulas that came without a result. */
  computeMissing(): Promise<void>;
  /** Computes everything anew. */
  recalculate(): Promise<void>;
  registerExecutors(functions: readonly BaseFunction[]): void;
  /** Tells of every command that was run, with its id and parameters; returns the way to stop listening. */
  onCommand(listener: (id: string, params: unknown) => void): () => void;
  dispose(): void;
}

/** What settle needs of Univer's calculation trigger, which it keeps private (version pinned, guarded by a test). */
interface CalculationTrigger {
  _waitingCommandQueue: unknown[];
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _executingDirtyData: Record<string, unknown>;
  _startProgress: () => void;
  _generateDirty(queue: unknown[]): Record<string, unknown>;
  _mergeDirty(first: Record<string, unknown>, second: Record<string, unknown>): Record<string, unknown>;
}

const CALCULATE = 'formula.mutation.set-formula-calculation-start';

/** A Univer without a page, for Node. The browser page brings its own with the user interface in it. */
function createPlainUniver(): Univer {
  const univer = new Univer({ locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: {} }, logLevel: LogLevel.SILENT });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  // Cached results stay until something they depend on changes, as in Excel; computeMissing fills the rest.
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: 2 });
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  return univer;
}

/** Opens the data as a workbook of the given Univer. */
export function createEngine(data: IWorkbookData, univer: Univer = createPlainUniver()): Engine {
  addIteratorSome();
  quietUniver();
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const session = injector.get(FormulaCalculationSessionService);
  // On a page Univer wakes what listens to a calculation only when it has drawn, and the end of an earlier one would never be heard.
  injector.get(FormulaCalculationSessionController);
  const trigger = injector.get(TriggerCalculationController) as unknown as CalculationTrigger;

  const formulas = injector.get(FormulaDataModel);

  const waitIdle = async (): Promise<void> => {
    for (;;) {
      const { started, completed, resultApplied } = session.state;
      if (!started || (completed && resultApplied)) return;
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
    }
  };
  const calculate = async (dirty: Record<string, unknown>): Promise<void> => {
    trigger._executingDirtyData = dirty;
    session.start();
    commands.syncExecuteCommand(CALCULATE, { ...dirty }, { onlyLocal: true });
    await waitIdle();
  };
  const settle = async (): Promise<void> => {
    await waitIdle();
    while (trigger._waitingCommandQueue.length > 0) {
      clearTimeout(trigger._setTimeoutKey);
      const queue = trigger._waitingCommandQueue;
      trigger._waitingCommandQueue = [];
      await calculate(trigger._mergeDirty(trigger._executingDirtyData, trigger._generateDirty(queue)));
    }
  };
  return {
    workbook,
    univer,
    formulas,
    lexer: injector.get(LexerTreeBuilder),
    names: injector.get(IDefinedNamesService),
    execute: (id, params) => Boolean(commands.syncExecuteCommand(id, { unitId: UNIT, ...params })),
    settle,
    trustResults: async () => {
      // Univer announces a workbook a moment after it was opened, and would calculate for that in the midst of a calculation of ours.
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      clearTimeout(trigger._setTimeoutKey);
      trigger._waitingCommandQueue = [];
    },
    computeMissing: async () => {
      const dirtyRanges = formulas.getFormulaDirtyRanges();
      if (dirtyRanges.length > 0) await calculate({ ...trigger._generateDirty([]), dirtyRanges });
    },
    recalculate: async () => {
      await settle();
      await calculate({ ...trigger._generateDirty([]), forceCalculation: true });
    },
    registerExecutors: (functions) => injector.get(IFunctionService).registerExecutors(...functions),
    onCommand: (listener) => {
      const listening = commands.onCommandExecuted((command) => listener(command.id, command.params));
      return () => listening.dispose();
    },
    dispose: () => {
      clearTimeout(trigger._setTimeoutKey);
      // A progress bar that Univer has put off for a second would look for texts that are gone by then, and end the process.
      trigger._startProgress = () => undefined;
      univer.dispose();
    },
  };
}
