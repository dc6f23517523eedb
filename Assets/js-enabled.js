// Runs before the page is drawn, so that what JavaScript will fold away is never seen unfolded.
{
  const folding = ['js-enabled', ...('noModule' in HTMLScriptElement.prototype ? ['govuk-frontend-supported'] : [])]
  document.body.classList.add(...folding)

  // Only the larger script opens again what is folded away. If it did not arrive or broke off, everything stands open, as
  // in a page without scripts. By DOMContentLoaded the scripts of the page have run, or never will.
  const isFolder = (source) => /\/govuk-moj[^/]*\.js(\?|$)/.test(source ?? '')
  let hasRun = false
  let brokeOff = false
  document.addEventListener('load', (event) => { hasRun ||= isFolder(event.target.src) }, true)
  window.addEventListener('error', (event) => { brokeOff ||= isFolder(event.filename) })
  document.addEventListener('DOMContentLoaded', () => {
    if (!hasRun || brokeOff) document.body.classList.remove(...folding)
  })
}
