import { showNumber } from '../../../indonesian/numbers.ts'
import { ROBOTO } from '../../../paper/fonts.ts'
import { type Progress, sharesOf } from './measure.ts'
import type { ProgressTexts } from './texts.ts'

/** In one piece: its modules one by one keep the process busy for a second when they are loaded. */
const ECHARTS: string = 'echarts/dist/echarts.esm.min.mjs'
/** As wide as the screen of a small phone, in its own units; drawn twice as fine. */
const WIDTH = 360
const FINER = 2
const ROW = 78
const AROUND = 72
const BAR = 16
const MOST_ROWS = 12
/** More than this much of a goal looks the same. */
const LONGEST_BAR = 120
/** Told apart also by those who see no red or green. */
const COLOURS = { quantity: '#0072b2', quality: '#e69f00', ink: '#222222', pale: '#dddddd' }

/** A small PNG of how far each target is: quantity and quality as two bars each, never one alone. */
export async function picture(
  all: readonly Progress[],
  t: Pick<ProgressTexts, 'pictureQuantity' | 'pictureQuality' | 'pictureUnknown'>,
): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  const svg = await drawing(all.slice(0, MOST_ROWS), t)
  const font = { fontFiles: [ROBOTO.normal], loadSystemFonts: false, defaultFontFamily: 'Roboto' }
  const fitTo = { mode: 'zoom', value: FINER } as const
  return new Resvg(svg, { font, fitTo, background: 'white' }).render().asPng()
}

async function drawing(
  all: readonly Progress[],
  t: Pick<ProgressTexts, 'pictureQuantity' | 'pictureQuality' | 'pictureUnknown'>,
): Promise<string> {
  const { init } = (await import(ECHARTS)) as typeof import('echarts')
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: WIDTH,
    height: AROUND + ROW * all.length,
  })
  const shares = all.map(sharesOf)
  const bars = (
    name: string,
    color: string,
    values: readonly (number | null)[],
    labels: readonly string[],
  ) => ({
    name,
    type: 'bar' as const,
    barWidth: BAR,
    barGap: '20%',
    itemStyle: { color },
    data: values.map((value, i) => ({
      value: Math.min(value ?? 0, LONGEST_BAR),
      label: { show: true, position: 'right' as const, formatter: labels[i] ?? '', color: COLOURS.ink },
    })),
  })
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'Roboto', fontSize: 12 },
    legend: { top: 8, left: 8, itemWidth: 16, textStyle: { fontSize: 12, color: COLOURS.ink } },
    grid: { left: 12, right: 116, top: 36, bottom: 30 },
    xAxis: {
      type: 'value',
      max: LONGEST_BAR,
      interval: 50,
      axisLabel: { formatter: '{value}%' },
      splitLine: { lineStyle: { color: COLOURS.pale } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: all.map(({ target }) => shortened(`RHK ${target.number}. ${target.title}`)),
      // above its bars: beside them a title would leave them no room
      axisLabel: {
        color: COLOURS.ink,
        inside: true,
        margin: 0,
        verticalAlign: 'bottom',
        padding: [0, 0, BAR + 6, 4],
      },
      axisTick: { show: false },
    },
    series: [
      bars(
        t.pictureQuantity,
        COLOURS.quantity,
        shares.map(({ done }) => done),
        all.map(quantityLabel),
      ),
      bars(
        t.pictureQuality,
        COLOURS.quality,
        shares.map(({ good }) => good),
        all.map(({ year }, i) => qualityLabel(shares[i]?.good ?? null, year.counted, t)),
      ),
    ],
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

function quantityLabel({ target, year }: Progress): string {
  const unit = target.unit ?? ''
  if (target.quantity === null) return `${showNumber(year.done)} ${unit}`.trim()
  return `${showNumber(year.done)}/${showNumber(target.quantity)} ${shortened(unit, 12)}`
}

function qualityLabel(
  good: number | null,
  counted: number,
  t: Pick<ProgressTexts, 'pictureUnknown'>,
): string {
  return good === null ? t.pictureUnknown : `${good}% dari ${showNumber(counted)}`
}

function shortened(text: string, longest = 48): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text
}
