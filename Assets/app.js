// What a page gains from JavaScript. Every page works without it: each part below only saves a worker time or a mistake.

// A form is sent once. It is ready again when the page is come back to, or after a while, since a file that is downloaded
// leaves the page standing; the server's own key still holds off a second posting.
function sendOnce() {
  const release = (form) => {
    delete form.dataset.sent
    for (const button of form.querySelectorAll('[type="submit"]')) button.removeAttribute('aria-disabled')
  }
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || form.method !== 'post') return
    if (form.dataset.sent) {
      event.preventDefault()
      return
    }
    form.dataset.sent = 'yes'
    for (const button of form.querySelectorAll('[type="submit"]')) button.setAttribute('aria-disabled', 'true')
    setTimeout(release, 10000, form)
  })
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form[data-sent]').forEach(release)
  })
}

// Leaving a long form with changes in it asks first.
function warnUnsaved() {
  const changed = new Set()
  for (const form of document.querySelectorAll('form[data-warn-unsaved]')) {
    form.addEventListener('input', () => changed.add(form))
    form.addEventListener('submit', () => changed.delete(form))
  }
  window.addEventListener('beforeunload', (event) => {
    if (changed.size > 0) event.preventDefault()
  })
}

// A polite voice that outlives whatever is replaced in the page.
function makeVoice() {
  const voice = document.createElement('div')
  voice.className = 'govuk-visually-hidden'
  voice.setAttribute('role', 'status')
  voice.setAttribute('aria-live', 'polite')
  document.body.append(voice)
  return (words) => { if (voice.textContent !== words) voice.textContent = words }
}

// Puts the answer to the form so far beside it. Nothing is saved: the key that makes a posting count stays behind.
function keepLive(form, say) {
  let waiting
  let asked
  const ask = async () => {
    asked?.abort()
    asked = new AbortController()
    const answer = document.getElementById('live-answer')
    if (!answer) return
    const fields = new FormData(form)
    fields.delete('once')
    answer.setAttribute('aria-busy', 'true')
    try {
      const reply = await fetch(form.dataset.live, {
        method: 'POST', body: new URLSearchParams(fields), signal: asked.signal, headers: { Accept: 'text/html' },
      })
      if (!reply.ok || reply.redirected) throw new Error(`answered ${reply.status}`)
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
      const fresh = page.getElementById('live-answer')
      if (!fresh) throw new Error('answered without #live-answer')
      answer.replaceWith(document.adoptNode(fresh))
      say(fresh.dataset.announce ?? fresh.textContent.trim())
    } catch (error) {
      if (error.name === 'AbortError') return
      // An answer to what is no longer typed must not stand.
      const words = document.createElement('p')
      words.className = 'govuk-body'
      words.textContent = 'The answer could not be brought up to date. Send the form to see it.'
      answer.replaceChildren(words)
      answer.removeAttribute('aria-busy')
      say(words.textContent)
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, 350)
  })
}

// Shows a question while the one it depends on has one of the answers that call for it.
function showWhen() {
  const dependents = [...document.querySelectorAll('[data-show-when]')]
  const update = () => {
    for (const dependent of dependents) {
      const form = dependent.closest('form')
      if (!form) continue
      const given = new FormData(form).getAll(dependent.dataset.showWhen).filter((value) => value !== '')
      const wanted = dependent.dataset.showValues.split('|').filter((value) => value !== '')
      dependent.hidden = !(wanted.length === 0 ? given.length > 0 : given.some((value) => wanted.includes(value)))
    }
  }
  if (dependents.length === 0) return
  document.addEventListener('change', update)
  update()
}

function offerPrinting() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}

// The error summary takes the focus, even if the larger script did not load.
function focusProblems() {
  const summary = document.querySelector('.govuk-error-summary')
  if (!summary) return
  summary.tabIndex = -1
  summary.focus()
}

sendOnce()
warnUnsaved()
showWhen()
offerPrinting()
focusProblems()
const liveForms = document.querySelectorAll('form[data-live]')
if (liveForms.length > 0) {
  const say = makeVoice()
  for (const form of liveForms) keepLive(form, say)
}
