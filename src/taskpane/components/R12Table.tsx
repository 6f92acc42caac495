import { Table, TableBody, TableCell, TableHeader, TableHeaderCell, TableRow } from '@fluentui/react-components';
import type { R12View } from '../../app/r12View';
import { formatValue } from '../pages/R12Page';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { Missing } from './AvvikelseList';

/** The months of the chart as figures. */
export function R12Table({ view }: { readonly view: R12View }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const text = (value: number | null): JSX.Element | string => (value === null ? <Missing /> : formatValue(view, value, language));
  return (
    <Table className="avvikelser" size="extra-small" aria-label={view.label}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className="label">{texts.r12.monthColumn}</TableHeaderCell>
          <TableHeaderCell className="amount">{texts.r12.valueColumn}</TableHeaderCell>
          <TableHeaderCell className="amount">{texts.r12.r12Column}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {view.points.map((point, index) => (
          <TableRow key={index}>
            <TableHeaderCell scope="row" className="label">{point.label}</TableHeaderCell>
            <TableCell className="amount">{text(point.value)}</TableCell>
            <TableCell className="amount">{text(point.rolling)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
