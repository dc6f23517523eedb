// Runs before the page is drawn, so that what JavaScript will fold away is never seen unfolded.
document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')
