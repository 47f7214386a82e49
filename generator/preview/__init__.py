"""The preview of `profiles serve`: the site on this machine, made anew when a file is saved.

`following` is the order of events, `watching` says when something was saved, `server` answers
the browser, `news` is what all open pages are told, `panel` what they show of a check.
"""
