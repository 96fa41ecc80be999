import type { CertificateWords } from './en.ts';

/** The certificate and its verification, in Japanese. */
export const ja: CertificateWords = {
  title: '顧客との関連付けに関する証明書',
  lead: (service, operator) => `${service}（運営：${operator}）は、この申請について記録されている内容を証明します。`,
  outcomes: {
    approved: 'お客様が承認しました',
    'approved-by-silence': '承認：期限までに回答がなく、承認とみなされました',
    declined: 'お客様が承認しませんでした',
    ended: '承認後に終了しました',
  },
  endedBy: {
    partner: 'パートナーによる終了',
    customer: 'お客様による終了',
    system: 'サブスクリプションの終了',
    operator: 'サービス運営者による終了',
  },
  headings: { decision: '回答', submission: '申請の内容', proof: '実施の証明', check: '検証' },
  labels: {
    outcome: '結果',
    endedHow: '終了の理由',
    customer: 'お客様',
    directory: 'ディレクトリ ID',
    customerContact: 'お客様の担当者',
    technicalContact: '技術担当者',
    partnerContact: 'パートナーの担当者',
    submitted: '申請日時',
    submission: '申請内容のハッシュ',
    contactsSalt: '担当者のソルト',
    history: '履歴',
    head: '最後の項目のハッシュ',
    asOf: '記録の時点',
  },
  entries: (count) => `${count} 件。各項目はハッシュで直前の項目につながっています`,
  fileAdded: (moment) => `追加：${moment}`,
  noProof: 'ファイルはありません。',
  erased: 'この記録からお客様側の個人情報が消去されています。担当者のハッシュは照合できません。',
  check: (address) =>
    `このファイルを ${address} にアップロードすると検証できます。アカウントは不要です。結果が変わったかどうかも表示されます。`,
  hashes: 'ハッシュはすべて SHA-256 です。',
  page: (number, count) => `${number} / ${count} ページ`,

  receipt: {
    link: '証明書をダウンロード (PDF)',
    hint: 'このサイトでどなたでも検証できます。',
    unavailable: {
      title: '証明書を発行できません',
      text: 'この依頼の履歴に不整合があるため、このサービスは証明書を発行しません。理由はこのサービスの運営者が確認できます。',
    },
  },

  verify: {
    title: '証明書の検証',
    lead: '証明書は、依頼への回答についてこのサービスが発行した PDF ファイルです。受け取ったままのファイルをアップロードしてください。ファイルは確認されるだけで、保存されません。',
    file: '証明書 (PDF ファイル)',
    button: '検証する',
    again: '別の証明書を検証する',
    genuine: 'この証明書は本物です',
    genuineText: 'このサービスが発行したもので、発行後に 1 バイトも変わっていません。',
    notGenuine: 'この証明書は本物ではありません',
    notGenuineText:
      'このサービスが発行したファイルではないか、発行後に変更されています。元のファイルを入手してください。印刷、スキャン、または保存し直したファイルは検証できません。',
    today: '現在の状況',
    state: {
      same: '結果は証明書のとおりです。',
      changed: '証明書の発行後に結果が変わりました。新しい証明書をパートナーに依頼してください。',
      contradicted: 'このサービスの記録が証明書と一致しません。このサービスの運営者にお知らせください。',
      gone: '保存期間が過ぎたため、この申請の記録は残っていません。',
    },
    errors: {
      'no-file': '先にファイルを選択してください。',
      'too-large': 'ファイルが大きすぎます。証明書は 5 MB 以下です。',
      unreadable: 'ファイルを読み取れませんでした。もう一度送信してください。',
    },
    tryAgain: {
      title: 'しばらくしてからもう一度お試しください',
      text: '当サービス側で問題が発生し、証明書を確認できませんでした。',
    },
  },
};
