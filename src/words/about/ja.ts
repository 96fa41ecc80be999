import type { AboutWords } from './en.ts';

/** What lets a customer trust a request and understand it, in Japanese. */
export const about: AboutWords = {
  byline: (service, operator) => `${service}（運営：${operator}）`,
  explained: 'この依頼について、正規の依頼であることの確認方法、後から関連付けを終了する方法',
  doubts: (contact) => `正規の連絡かどうかご不明な場合は、${contact} までお問い合わせください。`,

  activities: {
    presales: (partner) => `${partner} は、製品の購入前にお客様に助言しました。`,
    usage: (partner) => `${partner} は、Dynamics 365 または Power Platform 製品の利用を支援しています。`,
    revenue: (partner) => `${partner} は、自社のソリューションにより、お客様の製品選定に影響を与えました。`,
    m365_usage: (partner) => `${partner} は、Microsoft 365 またはセキュリティ製品の利用を支援しています。`,
  },
  thePartner: 'パートナー',
  role: (activity, sentence) => `${activity}：${sentence}`,
  roles: (sentences) => sentences.join(''),

  revenue: {
    asks: (partner, customer) =>
      `${partner} より、${customer} による下記の製品の選定に影響を与えたパートナーとして登録したいとの依頼がありました。お客様のご回答によって決まります。`,
    sees: (partner) =>
      `${partner} が、これらの製品の選定に影響を与えたパートナー（Partner of Record）として登録され、これらの製品の利用状況と販売済みライセンス数を閲覧できるようになります。`,
    labels: {
      dynamicsSolutionSellerName: '販売元',
      customerName: '販売先のお客様名',
      isvProductName: 'パートナーのソリューション',
    },
  },

  wayOut: (partner) =>
    `承認は、後から理由を示すことなく取り消すことができます。メールでお送りする控えに、そのためのリンクがあります。取り消すと関連付けは直ちに終了し、${partner} にその旨が通知されます。`,

  page: {
    title: '承認の依頼について',
    languages: '言語',
    lead: (service, operator) =>
      `${service} は ${operator} が運営するサービスです。Microsoft 製品を販売するパートナーが、お客様に承認を依頼するために利用しています。ご回答は専用のリンクから行うことができ、アカウントは必要ありません。`,
    association: {
      heading: '関連付けとは',
      text: '関連付けとは、あるパートナーをお客様の製品の担当パートナーとして登録することです。Microsoft では「Partner of Record」と呼びます。製品について助言した、利用を支援している、または自社のソリューションにより製品の選定に影響を与えたパートナーが対象です。',
      sees: '登録されたパートナーは、その製品の利用状況と販売済みライセンス数を閲覧できるようになります。管理者権限が付与されることはなく、貴社のシステムやその他のデータにアクセスすることもできません。',
      one: '担当パートナーは、製品と業務の種類ごとに 1 社です。すでに担当パートナーがいる場合は、依頼にその旨が記載されます。承認されると、それまでの関連付けは終了します。',
    },
    activities: '業務の種類',
    usages: {
      usage: '利用支援（Dynamics 365、Power Platform）',
      m365_usage: '利用支援（Microsoft 365、セキュリティ）',
    },
    check: {
      heading: '当サービスからのメールの確認方法',
      sender: (address) => `送信元は ${address} です。`,
      links: (host) => `リンク先は ${host} のみです。リンクを開く前にアドレスをご確認ください。`,
      claim:
        'パートナー名、対象製品、および「ca-」で始まる申請番号が記載されています。リンク先のページにも同じ内容が表示されます。',
      never: 'お願いするのはご回答のみです。パスワード、支払い、ファイル、サインインを求めることはありません。',
      unsure: (contact) =>
        `ご不明な場合は、リンクを開かずに、申請番号を添えて ${contact} までお問い合わせいただくか、すでにご存じの電話番号でパートナーにご確認ください。`,
    },
    answer: {
      heading: '回答方法',
      code: '依頼によっては、続けて同じアドレスに 6 桁のコードをお送りし、ページでその入力をお願いします。コードは誰にも教えないでください。',
      text: 'リンク先のページで、承認する、承認しない、パートナーに質問する、担当者ではない、または心当たりがない、のいずれかを回答できます。ページを開くだけでは何も決定されません。質問への返信を待つ間、回答期限までの時間は進みません。回答期限と、ご回答がない場合の扱いは、メールに記載されています。',
    },
    leave: {
      heading: '後から関連付けを終了する方法',
      text: '承認は、後から理由を示すことなく取り消すことができます。ご回答後にお送りした控えのリンクをご利用ください。リンクの有効期限は控えに記載されています。取り消すと関連付けは直ちに終了し、パートナーにその旨が通知されます。',
      lost: (contact) =>
        `控えがお手元にない場合、またはリンクの有効期限が切れている場合は、申請番号を添えて、パートナーまたは ${contact} までご連絡ください。`,
    },
  },
};
