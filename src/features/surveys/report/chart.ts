import { BANDS } from '../skm/bands.ts'
import { ELEMENTS } from '../skm/elements.ts'
import { texts as shared } from '../texts.ts'
import { showValue } from './figures.ts'
import type { SkmReport } from './skm-report.ts'
import { texts } from './texts.ts'

/** In one piece: its modules one by one keep the process busy for a second when they are loaded. */
const ECHARTS: string = 'echarts/dist/echarts.esm.min.mjs'
const ROW = 21
const AROUND = 58
/** Told apart also by those who see no red or green. */
const COLOURS = { others: '#0072b2', lowest: '#e69f00', ink: '#222222', grey: '#777777', pale: '#d5d5d5' }
/** The lowest value there can be: all said 1. */
const LEAST = 25

/** The nine elements as bars from 25 to 100, as SVG so many points wide; the three lowest in another colour. */
export async function elementChart({ index }: Pick<SkmReport, 'index'>, width: number): Promise<string> {
  const { init } = (await import(ECHARTS)) as typeof import('echarts')
  const height = AROUND + ROW * ELEMENTS.length
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  const low = new Set(index.lowest.map(({ element }) => element))
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'Roboto', fontSize: 9, color: COLOURS.ink },
    legend: {
      bottom: 0,
      left: 'center',
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { fontSize: 9, color: COLOURS.ink },
      selectedMode: false,
    },
    grid: { left: 196, right: 56, top: 18, bottom: 40 },
    xAxis: {
      type: 'value',
      min: LEAST,
      max: 100,
      interval: 25,
      axisLabel: { fontSize: 8.5, color: COLOURS.grey },
      splitLine: { show: false },
    },
    yAxis: [
      {
        ...rows(index.elements.map(({ element }, at) => `U${at + 1}  ${shared.id.elements[element]}`)),
        axisLine: { lineStyle: { color: COLOURS.grey } },
      },
      // beside the bars' ends, the values would stand across the limits of the bands
      {
        ...rows(index.elements.map(({ value, band }) => `${showValue(value)}  ${band}`)),
        axisLine: { show: false },
      },
    ],
    series: [
      { ...bars(texts.id.chartOthers, COLOURS.others), data: valuesOf(false), markLine: limits() },
      { ...bars(texts.id.chartLowest, COLOURS.lowest), data: valuesOf(true) },
    ],
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg

  function valuesOf(isLow: boolean) {
    return index.elements.map(({ element, value }) => (low.has(element) === isLow ? value : null))
  }
}

function rows(data: readonly string[]) {
  const axisLabel = { fontSize: 9, color: COLOURS.ink }
  return { type: 'category' as const, inverse: true, data: [...data], axisLabel, axisTick: { show: false } }
}

function bars(name: string, color: string) {
  // both in one place: each element has a bar in only one of the two series
  return { name, type: 'bar' as const, barWidth: 13, barGap: '-100%', itemStyle: { color } }
}

/** Where the next band begins, with its letter on top. */
function limits() {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: COLOURS.pale, type: 'dashed' as const, width: 1 },
    label: { position: 'start' as const, fontSize: 8.5, color: COLOURS.grey },
    z: 1, // behind the bars
    data: BANDS.filter(([, from]) => from > LEAST * 100).map(([band, from]) => ({
      xAxis: from / 100,
      label: { formatter: `${band} ${showValue(from / 100)}` },
    })),
  }
}
