// Data for a page: a few messages with everything that can be wrong with one.

const NOTHING = { text: null, suggestion: null, width: null, max: null, findings: [] };

export const HOSTILE = '</script><script>globalThis.pwned = 1</script><img src=x onerror="pwned = 1">';

function text(text, suggestion = null, rest = {}) {
  return { text, suggestion, width: text.length, max: 120, findings: [], ...rest };
}

function finding(rule, severity, message, line, column = 1) {
  return { rule, severity, message, line, column };
}

export function fixture(changes = {}) {
  return {
    locales: [
      { tag: 'en-US', dir: 'ltr' },
      { tag: 'zh-CN', dir: 'ltr' },
      { tag: 'zh_CN"><b>', dir: 'ltr' },
      { tag: 'ar', dir: 'rtl' },
    ],
    messages: [
      {
        code: 0, name: 'Success', id: 'error-success', comment: 'Seldom shown.',
        texts: {
          'en-US': text('The operation succeeded.'),
          'zh-CN': text('成功', null, { width: 4, max: 80 }),
          'ar': text('تمت العملية بنجاح.', null, { width: null, max: null }),
        },
      },
      {
        code: 5, name: 'InvalidCommand', id: 'error-invalid-command', comment: HOSTILE,
        texts: {
          'en-US': text('The command is invalid.'),
          'zh-CN': text(HOSTILE, HOSTILE, {
            width: 91, max: 80,
            findings: [
              finding('too-long', 'warning', 'The text is 91 columns wide, and 80 fit.', 14),
              finding('markup', 'error', `A toast shows this raw: ${HOSTILE}`, 14),
            ],
          }),
          'zh_CN"><b>': text('X'.repeat(400)),
        },
      },
      {
        code: 56, name: 'NotFriend', id: 'error-not-friend',
        comment: 'The user wrote to, or acted on, somebody who is not a friend,\nor no longer.\n'
          + '$code: the number.',
        texts: {
          'en-US': text('You and this user aren’t friends.', 'Add this user as a friend first.'),
          'zh-CN': { ...NOTHING, findings: [
            finding('missing-message', 'error', 'NotFriend (56) has no message.', 1),
          ] },
        },
      },
      {
        code: 567, name: 'Made', id: 'error-made', comment: null,
        texts: {
          'en-US': text('A left-to-right text with /*DATA*/ and /*JS*/ in it.'),
          'zh-CN': text('不是好友', '请先添加对方为好友', { width: 8, max: null }),
        },
      },
      {
        code: null, name: null, id: 'error-unknown', comment: 'Any number but these.',
        texts: {
          'en-US': text('An unknown error occurred (code 99999).'),
          'zh-CN': text('未知错误（错误码：99999）', null, { width: 25, max: 80 }),
        },
      },
    ],
    findings: [
      { locale: 'zh-CN', path: 'zh-CN/errors.ftl', line: 3, column: 5, id: null,
        rule: 'syntax', severity: 'error', message: `Expected “=” after ${HOSTILE}` },
    ],
    broken: null,
    watching: false,
    ...changes,
  };
}
