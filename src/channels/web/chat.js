// The page of the web chat. It shows the transcript as it grows, and keeps a message until the server has it:
// what could not be sent stays on the device and is sent again under the same id, so it never arrives twice.

const at = (id) => document.getElementById(id)
const words = JSON.parse(at('words').content)
const [log, scroller, welcome, preview, dots, note, banner, jump, form, box, left, fresh, sure] = [
  'log',
  'scroller',
  'welcome',
  'preview',
  'dots',
  'note',
  'banner',
  'jump',
  'form',
  'box',
  'left',
  'fresh',
  'sure',
].map(at)

const memory = openMemory()
const UNSENT = 'unsent:'
const LONGEST = 4000
const LARGEST = 20 * 1024 * 1024

let session, shown, answered, labels, unsent, bubbles, last, flights, isAwaited, isSettled
let source, reconnect, retry, patience
let failures = 0
let isStuck = true

// ---- What is kept on this device

function openMemory() {
  const own = 'abdi:'
  const store = new Map()
  const inMemory = {
    get: (key) => store.get(key),
    set: (key, value) => void store.set(key, value),
    drop: (key) => void store.delete(key),
    keys: () => [...store.keys()],
  }
  try {
    localStorage.setItem(own, '')
    localStorage.removeItem(own)
  } catch {
    return inMemory // storage is switched off: the conversation lasts as long as the page
  }
  return {
    get: (key) => localStorage.getItem(own + key) ?? inMemory.get(key),
    set(key, value) {
      try {
        localStorage.setItem(own + key, value)
      } catch {
        inMemory.set(key, value) // storage is full
      }
    },
    drop(key) {
      localStorage.removeItem(own + key)
      inMemory.drop(key)
    },
    keys: () => [
      ...inMemory.keys(),
      ...Object.keys(localStorage)
        .filter((key) => key.startsWith(own))
        .map((key) => key.slice(own.length)),
    ],
  }
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(18))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

function unsentHere() {
  return memory
    .keys()
    .filter((key) => key.startsWith(UNSENT))
    .map((key) => JSON.parse(memory.get(key)))
    .filter((item) => item.session === session)
    .sort((a, b) => a.at - b.at)
}

// ---- Showing

function make(tag, name, text) {
  const node = document.createElement(tag)
  if (name) node.className = name
  if (text) node.textContent = text
  return node
}

function bubbleOf(side, text) {
  const line = make('div', `line ${side}`)
  line.append(make('span', 'unseen', side === 'in' ? words.you : words.bot), make('div', 'bubble', text))
  return line
}

function show(line) {
  if (shown.has(line.id)) return
  shown.add(line.id)
  if (line.direction === 'in') showQuestion(line)
  else showReply(line)
}

function showQuestion({ message, text, choice, file }) {
  if (!bubbles.has(message)) {
    const line = bubbleOf('in', textOf({ text, choice, file }))
    if (file) line.lastChild.replaceChildren(fileOf(file))
    append(line)
  }
  if (choice !== undefined) markChosen(choice)
  isAwaited = !answered.has(message)
  stored(message)
}

/** What a message says on the screen. */
function textOf({ text, choice, file }) {
  return file ? file.name : choice === undefined ? text : (labels.get(choice) ?? words.pressed)
}

function showReply({ html, choices = [], file }) {
  isAwaited = false
  preview.hidden = true
  const line = bubbleOf('out')
  line.lastChild.innerHTML = html // made by the server from Markdown, everything else in it escaped
  if (file) line.append(fileOf(file))
  if (choices.length) line.append(buttonsOf(choices))
  append(line)
  showWaiting()
}

/** A file as a button that fetches it, a picture with the picture in it. */
function fileOf(file) {
  const button = make('button', 'file', `${file.name} · ${file.size}`)
  button.type = 'button'
  button.setAttribute('aria-label', `${words.download} ${file.name}, ${file.size}`)
  button.onclick = () => download(file)
  if (file.picture) {
    pictures.set(button, file)
    inView?.observe(button)
  }
  return button
}

/** Pictures are fetched once they come into view: a phone's data is dear. */
const pictures = new WeakMap()
const inView = window.IntersectionObserver
  ? new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) showPicture(target)
    })
  : undefined

/** Puts the picture above the name of its file; where it cannot be had the name alone stays. */
async function showPicture(button) {
  inView.unobserve(button)
  try {
    const response = await fetched(pictures.get(button))
    if (!response.ok) return
    const image = make('img')
    image.alt = '' // the name is below it, and what it shows is said above it
    image.src = URL.createObjectURL(await response.blob())
    const wasStuck = isStuck
    await image.decode()
    URL.revokeObjectURL(image.src)
    button.prepend(image)
    button.classList.add('picture')
    if (wasStuck) scrollToEnd()
  } catch {
    return // the button still fetches it
  }
}

/** Fetches a file with the session in a header: in an address it could be copied and shared by mistake. */
function fetched({ hash }) {
  return fetch(`/api/chat/files/${hash}`, { headers: { 'X-Abdi-Session': session } })
}

async function download(file) {
  const { name } = file
  say(words.downloading)
  try {
    const response = await fetched(file)
    if (!response.ok) return say((await response.json()).error)
    const link = make('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    say('')
  } catch {
    say(words.notDownloaded)
  }
}

function buttonsOf(choices) {
  const group = make('div', 'choices')
  group.setAttribute('role', 'group')
  group.setAttribute('aria-label', words.choices)
  for (const { label, value } of choices) {
    labels.set(value, label)
    const button = make('button', '', label)
    button.type = 'button'
    button.value = value
    button.onclick = () => {
      if (![...unsent].some((item) => item.choice === value)) submit({ choice: value })
    }
    group.append(button)
  }
  return group
}

function markChosen(value) {
  const pressed = [...log.querySelectorAll('.choices button')]
    .filter((button) => button.value === value)
    .at(-1)
  if (!pressed) return
  for (const button of pressed.parentNode.children) button.classList.toggle('chosen', button === pressed)
}

/** Adds a line, and moves only for those who were reading at the end: to where what is new begins. */
function append(line, isMine = false) {
  const wasStuck = isStuck
  welcome.hidden = true
  fresh.hidden = false
  log.append(line)
  if (wasStuck || isMine) showFrom(line)
  else if (isSettled && line.offsetTop > scroller.scrollTop + scroller.clientHeight) jump.hidden = false
}

function showFrom(line) {
  scroller.scrollTop = Math.min(scroller.scrollHeight, line.offsetTop - 12)
  noteScroll()
}

function scrollToEnd() {
  scroller.scrollTop = scroller.scrollHeight
  noteScroll()
}

function noteScroll() {
  isStuck = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60
  if (isStuck) jump.hidden = true
}

function showWaiting() {
  const isWaiting = flights > 0 || isAwaited
  const wasStuck = isStuck
  dots.hidden = !isWaiting || !preview.hidden
  if (!isWaiting) say('')
  else if (!note.textContent) say(words.typing)
  if (wasStuck && isWaiting) scrollToEnd()
  clearTimeout(patience)
  if (isAwaited && !flights) patience = setTimeout(giveUpWaiting, 60_000)
}

function giveUpWaiting() {
  isAwaited = false
  showWaiting()
  say(words.slow)
}

function say(sentence) {
  if (note.textContent !== sentence) note.textContent = sentence
}

function showPreview({ html }) {
  const wasStuck = isStuck
  preview.lastElementChild.innerHTML = html
  preview.hidden = false
  showWaiting()
  if (wasStuck) showFrom(preview)
}

function showConnection() {
  const sentence = !navigator.onLine ? words.offline : failures > 1 ? words.reconnecting : ''
  if (banner.textContent !== sentence) banner.textContent = sentence
}

// ---- Sending

function submit(content) {
  if (!memory.get('session')) memory.set('session', session)
  const item = { session, id: newId(), at: Date.now(), ...content }
  if (!item.file) memory.set(UNSENT + item.id, JSON.stringify(item)) // a file lasts as long as the page
  queue(item)
  connect()
}

function queue(item) {
  const line = bubbleOf('in', textOf(item))
  line.classList.add('waiting')
  line.append(make('p', 'state', words.sending))
  bubbles.set(item.id, line)
  unsent.add(item)
  append(line, true)
  pump()
}

/** One at a time and in order: the next goes once the server has the one before. */
function pump() {
  const [item] = unsent
  if (!item || item.isFlying) return
  clearTimeout(retry)
  void post(item)
}

async function post(item) {
  item.isFlying = true
  flights++
  const { session: own, id } = item
  tell(item, words.sending)
  const { status, wait, data } = await exchange(item)
  item.isFlying = false
  if (own !== session) return // another conversation has been started meanwhile
  flights--
  if (status === 200 || status === 202) {
    failures = 0
    if (status === 200) answered.add(id)
    stored(id)
    for (const reply of data.replies) show({ direction: 'out', ...reply })
    isAwaited = status === 202
    if (isAwaited) say(words.slow)
  } else if (!unsent.has(item)) {
    isAwaited = true // the server has it; the answer comes by events
  } else if (status >= 400 && status < 500 && status !== 429) refused(item, data.error)
  else later(item, wait)
  showConnection()
  showWaiting()
}

/** The server's answer; status 0 when there was none. */
async function exchange({ session: own, id, text, choice, file }) {
  try {
    const response = await fetch(file ? '/api/chat/files' : '/api/chat', {
      method: 'POST',
      headers: file ? { 'X-Abdi-Session': own } : { 'Content-Type': 'application/json' },
      body: file ? formOf(id, file) : JSON.stringify({ session: own, id, text, choice }),
      signal: AbortSignal.timeout?.(file ? 600_000 : 75_000),
    })
    const wait = Number(response.headers.get('Retry-After')) || 0
    return { status: response.status, wait, data: await response.json() }
  } catch {
    return { status: 0, wait: 0, data: {} } // no connection, or something between answered: shown as not sent yet
  }
}

function formOf(id, file) {
  const body = new FormData()
  body.append('id', id)
  body.append('file', file)
  return body
}

function stored(id) {
  memory.drop(UNSENT + id)
  const line = bubbles.get(id)
  line?.classList.remove('waiting')
  line?.querySelector('.state')?.remove()
  for (const item of unsent) {
    if (item.id !== id) continue
    unsent.delete(item)
    if (item.choice !== undefined) markChosen(item.choice)
  }
  showWaiting()
  pump()
}

function later(item, wait) {
  failures++
  tell(item, words.unsent, words.sendNow, pump)
  clearTimeout(retry)
  retry = setTimeout(pump, Math.max(wait * 1000, pause()))
}

function refused(item, sentence) {
  unsent.delete(item)
  memory.drop(UNSENT + item.id)
  const change = () => {
    bubbles.get(item.id).remove()
    box.value = item.text
    grow()
    box.focus()
  }
  tell(item, sentence ?? words.refused, item.text && words.change, change)
  bubbles.get(item.id).querySelector('.state').classList.add('bad')
  pump()
}

function tell({ id }, sentence, action, act) {
  const state = bubbles.get(id)?.querySelector('.state')
  if (!state) return
  state.textContent = sentence
  if (!action) return
  const button = make('button', '', action)
  button.type = 'button'
  button.onclick = act
  state.append(button)
}

/** Milliseconds until the next try: longer each time, and not the same for everybody. */
function pause() {
  return Math.min(30_000, 1000 * 2 ** Math.min(failures, 5)) * (0.7 + Math.random() * 0.6)
}

// ---- Receiving

function connect() {
  if (source || document.hidden || !memory.get('session')) return
  clearTimeout(reconnect)
  source = new EventSource(`/api/chat/events?session=${session}&after=${last}`)
  source.onopen = () => {
    failures = 0
    showConnection()
    pump()
  }
  source.onmessage = ({ data, lastEventId }) => {
    last = lastEventId
    show(JSON.parse(data))
  }
  source.addEventListener('ready', settle)
  source.addEventListener('preview', ({ data }) => showPreview(JSON.parse(data)))
  source.addEventListener('typing', () => {
    isAwaited = true
    showWaiting()
  })
  source.onerror = () => {
    disconnect()
    failures++
    settle()
    showConnection()
    reconnect = setTimeout(connect, pause())
  }
}

function disconnect() {
  source?.close()
  source = undefined
}

/** Once what was said before is on the screen (or cannot be had now), what is unsent follows it. */
function settle() {
  if (isSettled) return
  isSettled = true
  for (const item of unsentHere()) if (!bubbles.has(item.id)) queue(item)
  welcome.hidden = log.hasChildNodes()
  scrollToEnd()
  log.setAttribute('aria-live', 'polite')
}

function begin() {
  disconnect()
  session = memory.get('session') ?? newId()
  ;[shown, answered, unsent, labels, bubbles] = [new Set(), new Set(), new Set(), new Map(), new Map()]
  ;[last, flights, isAwaited, isSettled] = ['0', 0, false, false]
  log.setAttribute('aria-live', 'off')
  log.replaceChildren()
  preview.hidden = jump.hidden = true
  fresh.hidden = !memory.get('session')
  welcome.hidden = !fresh.hidden
  showWaiting()
  if (fresh.hidden) settle()
  connect()
}

// ---- What people do

function grow() {
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`
  const room = LONGEST - box.value.length
  left.textContent = room <= 300 ? `${room} ${words.left}` : ''
  if (box.value) memory.set('draft', box.value)
  else memory.drop('draft')
}

form.onsubmit = (event) => {
  event.preventDefault()
  const text = box.value.trim()
  if (text) {
    box.value = ''
    grow()
    submit({ text })
  }
  box.focus()
}
box.oninput = grow
box.onkeydown = (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  form.requestSubmit()
}
at('attach').onclick = () => at('file').click()
at('file').onchange = ({ target }) => {
  const [file] = target.files
  if (file && file.size > LARGEST) say(words.tooLarge)
  else if (file) submit({ file })
  target.value = ''
}
at('chips').onclick = ({ target }) => {
  if (target.localName !== 'button') return
  submit({ text: target.textContent })
  scroller.focus({ preventScroll: true })
}
fresh.onclick = () => sure.showModal()
at('stay').onclick = () => sure.close()
at('leave').onclick = () => {
  for (const { id } of unsentHere()) memory.drop(UNSENT + id)
  memory.drop('session')
  sure.close()
  begin()
  scroller.focus({ preventScroll: true })
}
jump.onclick = () => {
  scrollToEnd()
  scroller.focus({ preventScroll: true })
}
scroller.onscroll = noteScroll
new ResizeObserver(() => isStuck && scrollToEnd()).observe(scroller)
addEventListener('online', () => {
  failures = 0
  showConnection()
  connect()
  pump()
})
addEventListener('offline', showConnection)
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return disconnect() // the battery is theirs; coming back, the stream catches up
  connect()
  pump()
})

box.value = memory.get('draft') ?? ''
grow()
at('send').disabled = false
begin()
showConnection()
