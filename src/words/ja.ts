import { about } from './about/ja.ts';
import { codeWords } from './code-words.ts';
import type { Words } from './en.ts';
import { questionWords } from './question-words.ts';

/** What the customer reads, in Japanese. */
export const ja: Words = {
  about,
  greeting: (name) => `${name} 様`,
  sentences: (first, second) => `${first}${second}`,
  quoted: (text) => `「${text}」`,
  momentIn: (moment, zone) => `${moment}（${zone}）`,
  labelled: (label, value) => `${label}：${value}`,
  subscription: (product, id) => `${product}（サブスクリプション ${id}）`,
  location: (location, mpnId) => `${location}（Microsoft パートナー ID ${mpnId}）`,
  person: (name, email) => `${name}、${email}`,
  organisation: (name, domain) => `${name}（${domain}）`,
  activities: { presales: 'プリセールス', usage: '利用支援', revenue: '収益の関連付け', m365_usage: '利用支援' },
  labels: {
    address: 'あなたのアドレス',
    partner: 'パートナー',
    askedBy: '依頼者',
    organisation: '貴社',
    purpose: '申告された役割',
    claim: '申請番号',
    products: '対象製品',
    answered: '回答日時',
    answeredBy: '回答者',
    closed: '日時',
    ended: '終了日時',
    reason: '理由',
  },

  foreignAddress: ({ email, customer, partner, quoted }) =>
    `${email} は ${customer} のアドレスとして確認されていません。このアドレスにお尋ねする理由として、${partner} は次のように述べています: ${quoted}`,
  asks: (partner, customer) =>
    `${partner} より、下記の製品について ${customer} の担当パートナーとして登録したいとの依頼がありました。お客様のご回答によって決まります。`,
  sees: (partner) =>
    `${partner} がこれらの製品の担当パートナー（Partner of Record）として登録され、これらの製品の利用状況と販売済みライセンス数を閲覧できるようになります。`,
  seesNot: (partner) =>
    `${partner} に管理者権限が付与されることはなく、貴社のシステムやその他のデータにアクセスすることもできません。`,
  holder: {
    now: (partner, products, since) =>
      `現在、${products} の担当パートナー（Partner of Record）は ${partner} です（${since}から）。`,
    replaces: (partner, holder) =>
      `承認されると、担当パートナーは ${partner} に替わり、${holder} との関連付けは終了します。両方のパートナーにその旨をお知らせします。`,
    keeps: (holder) => `承認されない場合、${holder} との関連付けに変更はありません。`,
    tookOver: (partner, holder) =>
      `担当パートナーは ${holder} から ${partner} に替わりました。${holder} との関連付けは終了しました。`,
  },
  answerBy: (moment) => `${moment}までにご回答をお願いいたします。`,
  silence: {
    expire: '期限までにご回答がない場合、この依頼は失効し、現在の状態から変更はありません。',
    approve: '期限までにご回答がない場合、この依頼は承認されたものとみなされます。',
  },

  code: codeWords.ja,
  question: questionWords.ja,

  mail: {
    requestSubject: (partner) => `${partner} からの承認のお願い`,
    reminderSubject: (partner) => `【再送】${partner} がご回答をお待ちしています`,
    lastReminderSubject: (partner) => `【最終のお知らせ】${partner} がご回答をお待ちしています`,
    lastReminder: (until) => `本メールが最後のリマインダーです。回答期限は${until}です。`,
    reminderOpening: (partner, customer) =>
      `先日、${partner} より、${customer} の担当パートナーとして登録したいとの依頼をお送りしましたが、まだご回答をいただいておりません。`,
    extendedSubject: (partner) => `${partner} からの依頼への回答期限を延長しました`,
    extendedOpening: (partner, customer) =>
      `${partner} から、${customer} の担当パートナーとしての登録の依頼が届いています。回答期限が延長されました。`,
    ifYouApprove: (sees) => `承認された場合：${sees}`,
    button: '依頼内容を確認して回答する',
    notExpected: (contact) =>
      `依頼についてのご質問は、上記のページからお送りください。お心当たりのない場合やご担当でない場合も、同じページでお知らせください。このメールへのご返信は ${contact} に届きますが、依頼への回答としては扱われません。このリンクはお客様専用ですので、他の方に転送しないようお願いいたします。`,

    receiptSubject: {
      approved: (partner) => `承認の控え：${partner} からの依頼`,
      declined: (partner) => `不承認の控え：${partner} からの依頼`,
    },
    receipt: {
      approved: (partner) => `${partner} からの依頼を承認いただきました。本メールはその控えです。`,
      declined: (partner) => `${partner} からの依頼は承認されませんでした。本メールはその控えです。`,
      silence: (partner) =>
        `${partner} からの依頼は、期限までにご回答がなかったため、承認されたものとみなされました。本メールはその控えです。`,
    },
    youWrote: (quoted) => `ご記入内容：${quoted}`,
    notMeant: (contact) =>
      `お心当たりのない場合や内容に誤りがある場合は、このメールにご返信ください。ご返信は ${contact} に届きます。`,
    nothingChanges: '貴社の状況に変更はありません。',
    withdrawApproval: (until) => `承認は、${until}まで、次のリンク先のページで取り消すことができます。`,
    withdrawApprovalButton: '控えを確認する、または承認を取り消す',

    expiredSubject: (partner) => `${partner} からの依頼は失効しました`,
    expired: (partner, customer) =>
      `${partner} より、${customer} の担当パートナーとして登録したいとの依頼がありましたが、期限までにご回答がなかったため、この依頼は失効しました。`,
    expiredUnreleased: (partner, customer) =>
      `${partner} より、${customer} の担当パートナーとして登録したいとの依頼がありましたが、本サービスの運営担当者による確認が期限までに完了しなかったため、この依頼は失効しました。`,
    expiredNext: (contact) =>
      `貴社の状況に変更はなく、お客様にご対応いただくことはありません。関連付けをご希望の場合は、${contact} に改めて依頼するようお申し付けください。このメールへのご返信は ${contact} に届きます。`,

    withdrawnSubject: (partner) => `${partner} が依頼を取り下げました`,
    withdrawn: (partner, customer) => `${partner} は、${customer} の担当パートナーとしての登録の依頼を取り下げました。`,
    withdrawnNext: 'お客様にご対応いただくことはありません。この依頼にはもう回答できません。',

    stoppedSubject: (partner) => `${partner} からの依頼は中止されました`,
    stopped: (partner, customer) =>
      `本サービスの運営者が、${customer} の担当パートナーとしての登録に関する ${partner} からの依頼を中止しました。`,
    operatorsWrote: (quoted) => `運営者からのコメント：${quoted}`,

    endedByPartnerSubject: (partner) => `${partner} が関連付けを終了しました`,
    endedByCustomerSubject: (partner) => `承認の取り消しの控え：${partner}`,
    partnerWrote: (quoted) => `パートナーからのコメント：${quoted}`,
    endedByPartner: (partner, customer) => `${partner} は、${customer} との関連付けを終了しました。`,
    endedByCustomer: (partner, customer) =>
      `お客様が承認を取り消されたため、${partner} と ${customer} の関連付けは終了しました。`,
    endedBySubscriptionSubject: (partner) => `${partner} との関連付けは終了しました`,
    endedBySubscription: (partner, customer) =>
      `${partner} と ${customer} の関連付けの対象であったサブスクリプションが終了したため、関連付けも終了しました。`,
    endedByOperator: (partner, customer) =>
      `本サービスの運営者が、${partner} と ${customer} の関連付けを終了しました。`,
    endedSupersededSubject: (partner) => `${partner} は担当パートナーではなくなりました`,
    endedSuperseded: (partner, customer, successor) =>
      `${customer} が ${successor} を担当パートナーとして承認されたため、${partner} の関連付けは終了しました。`,
    endedNext: (partner) =>
      `${partner} はこれらの製品の担当パートナーではなくなりました。お客様にご対応いただくことはありません。`,

    contactChangedSubject: (partner) => `${partner} からの依頼へのご回答は不要になりました`,
    contactChanged: (partner, customer) =>
      `${partner} は、${customer} の別のご担当者に回答をお願いすることになりました。`,
    contactChangedNext: 'お客様にご対応いただくことはありません。以前のメールに記載されたリンクは無効になりました。',
  },

  page: {
    holder: '現在の担当パートナー',
    nobodyHolds: 'この依頼の対象について、現在、担当パートナーは登録されていません。',
    ifYouApprove: '承認された場合',
    yourAnswer: 'ご回答',
    question: '承認されますか',
    approve: 'はい、承認します',
    decline: 'いいえ、承認しません',
    otherwise: 'ご担当でない場合・お心当たりのない場合',
    notMe: '私は担当者ではありません',
    notMeHint: (partner) =>
      `この時点では何も決定されません。${partner} に通知され、別の方に依頼できるようになります。適切なご担当者をご存じの場合は、下の欄にご記入ください。`,
    notExpected: 'この依頼に心当たりがありません',
    notExpectedHint: 'この時点では何も決定されません。本サービスの運営担当者に通知され、内容を確認いたします。',
    textWithoutQuestion: (partner) => `理由、または適切なご担当者のお名前（任意。${partner} に表示されます）`,
    text: (partner) => `理由、質問、または適切なご担当者のお名前（質問以外は任意。${partner} に表示されます）`,
    send: '回答を送信する',
    askAbove: (email) =>
      `この依頼についてのご質問は、上の選択肢からお送りください。その他のご用件は ${email} までお問い合わせください。`,
    writeTo: (email) => `ご不明な点は ${email} までお問い合わせください。`,
    onlyYou: 'このリンクで回答できるのはお客様のみです。他の方に転送しないようお願いいたします。',

    saidNotMe: (moment) => `担当者ではないとのご連絡を承りました（${moment}）。`,
    saidNotMeNext: (partner) =>
      `${partner} に通知しました。${partner} は別の方に依頼できます。これ以上ご対応いただくことはなく、今後リマインダーもお送りしません。別の方への依頼が行われるまで、このリンクは引き続き有効です。下記からご回答いただくこともできます。`,
    saidNotExpected: (moment) => `この依頼に心当たりがないとのご連絡を承りました（${moment}）。`,
    saidNotExpectedNext:
      '本サービスの運営担当者に通知しました。内容を確認いたします。この依頼は引き続き未決定のままで、お客様の承認がない限り何も変更されません。下記から「承認しない」と回答することもできます。',
    saidNotExpectedInquiry:
      '本サービスの運営担当者に通知しました。内容を確認いたします。お客様にご対応いただくことはありません。',
    inquiry: {
      title: 'この依頼は確認中です',
      text: (partner) => `本サービスの運営担当者が ${partner} からの依頼を確認しています。`,
      next: '確認が終わるまで回答はできず、何も変更されません。お客様にご対応いただくことはありません。このリンクは引き続き有効です。',
      released:
        '本サービスの運営担当者が確認を終えました。お客様の承認がない限り何も変更されません。下記からご回答いただけます。',
    },

    approved: {
      title: 'この依頼を承認しました',
      text: (partner) => `${partner} がこれらの製品の担当パートナー（Partner of Record）として登録されました。`,
    },
    approvedBySilence: {
      title: 'ご回答がないまま承認されました',
      text: '期限までにご回答がなかったため、承認されたものとみなされました。',
    },
    declined: {
      title: 'この依頼を承認しませんでした',
      text: (partner) => `${partner} にその旨をお知らせします。貴社の状況に変更はありません。`,
    },
    withdrawn: {
      title: 'この依頼は取り下げられました',
      text: (partner) => `${partner} が依頼を取り下げました。お客様にご対応いただくことはありません。`,
    },
    stopped: {
      title: 'この依頼は中止されました',
      text: (partner) =>
        `本サービスの運営者が ${partner} からの依頼を中止しました。お客様にご対応いただくことはありません。`,
    },
    expiredRequest: {
      title: 'この依頼は失効しました',
      text: '期限までにご回答がありませんでした。貴社の状況に変更はありません。',
    },
    ended: {
      title: 'この関連付けは終了しました',
      byPartner: (partner) => `${partner} が関連付けを終了しました。お客様にご対応いただくことはありません。`,
      superseded: (partner, successor) =>
        `貴社が ${successor} を担当パートナーとして承認されたため、${partner} の関連付けは終了しました。お客様に行っていただくことはありません。`,
      bySubscription: (partner) =>
        `${partner} が担当パートナーであったサブスクリプションが終了したため、関連付けも終了しました。お客様に行っていただくことはありません。`,
      byOperator: (partner) =>
        `本サービスの運営者が ${partner} との関連付けを終了しました。お客様にご対応いただくことはありません。`,
      byCustomer: (partner) => `承認を取り消されました。${partner} にその旨をお知らせします。`,
    },
    withdrawApproval: {
      heading: '承認の取り消し',
      text: (partner) =>
        `取り消すと、関連付けは直ちに終了します。${partner} は担当パートナーではなくなり、その旨が通知されます。この操作は元に戻せません。再度関連付けるには、${partner} が改めて依頼する必要があります。`,
      reason: (partner) => `理由（任意。${partner} に表示されます）`,
      confirm: 'はい、承認を取り消します',
      button: '承認を取り消す',
    },
    notRecorded: '今回のご回答は記録されませんでした。この依頼には、すでに下記の最終的な回答が記録されています。',
    proof: '登録されている証明書類',
    proofHint: (partner) =>
      `${partner} が証明書類として提出したファイルです。このページには名前のみが表示され、ファイルそのものは申請とともに保管されます。内容をご覧になりたい場合は、${partner} にお問い合わせください。`,
    proofAdded: (moment: string) => `${moment} に追加`,
    evidence: 'ご回答の時点で登録されていた証明書類',
    evidenceHint: (partner) =>
      `ファイルそのものは申請とともに保管されます。${partner} は、SHA-256 の値により、ファイルが変更されていないことを後から証明できます。`,
    printable: 'このページは控えとして印刷いただけます。同じ内容をメールでもお送りします。',

    tooLate: {
      title: '回答期限が過ぎました',
      text: (partner) => `${partner} からの依頼の回答期限が過ぎました。`,
    },
    replaced: {
      title: '新しいリンクがあります',
      text: 'このリンクは、その後お送りしたメールのリンクに置き換えられました。最新のメールに記載されたリンクをご利用ください。',
    },
    receiptLinkExpired: {
      title: 'このリンクは有効期限が切れています',
      text: 'このリンクで承認を取り消すことはできなくなりました。関連付けを終了するには、パートナーにご連絡ください。',
    },
    linkExpired: {
      title: 'このリンクは有効期限が切れています',
      text: 'パートナーに、依頼を改めて送付するようお申し付けください。',
    },
    noRequest: {
      title: 'このリンクに該当する依頼はありません',
      text: 'リンクが途中で切れていないかご確認ください。メールソフトによっては、長いリンクが改行されることがあります。または、パートナーに新しいリンクを送付するようお申し付けください。',
    },
    tryAgain: {
      title: 'しばらくしてからもう一度お試しください',
      text: 'システムに問題が発生し、ご回答は記録されませんでした。リンクは引き続き有効です。',
    },
    textLength: (count: number) => `現在は ${count.toLocaleString('ja')} 文字です。`,
    textPlace: (place: number, character: string) => `${place} 文字目 (${character}) です。`,
    formErrors: {
      'holders-changed':
        'このページを開かれた後に担当パートナーが変わったため、ご回答は記録されませんでした。お手数ですが、依頼の内容を改めてご確認のうえ、下記からご回答ください。',
      unreadable: 'フォームを読み取れませんでした。もう一度送信してください。',
      'no-choice': '回答を 1 つ選択してください。',
      'text-too-long': '文字数が多すぎます。1,000 文字以内でご記入ください。',
      'text-characters': '保存できない文字が含まれています。その文字を削除して、もう一度送信してください。',
      'not-confirmed': '承認を取り消すことをご確認のうえ、チェックを入れてください。',
    },
  },
};
