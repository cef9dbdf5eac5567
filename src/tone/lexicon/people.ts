/** Words for the people that a sentence can speak to or about. */
export const people = {
  you: 'you yourself yourselves',
  your: 'your yours',
  i: 'i me myself we us ourselves',
  my: 'my our mine ours',
  they: 'they he she them him her themselves himself herself themself',
  their: 'their his her theirs hers',
  /** Groups and roles in the plural. */
  crowd:
    'people guys folks developers devs maintainers contributors reviewers programmers engineers managers admins moderators mods authors coders hackers architects designers testers owners employees colleagues coworkers seniors juniors teammates amateurs members volunteers supporters fanboys management leadership staff support team teams community committee core-team company companies corporations qa ops sysadmins idiots folk owners consultants contractors bosses folx critics whiners complainers commenters lads gang crew humans newbies noobs beginners',
  /** One person by role. */
  person:
    'guy dude man bro mate buddy pal kid kiddo boy girl lady sir maintainer developer dev author reviewer programmer engineer manager admin moderator contributor person op op-er reporter boss coder tester designer architect colleague coworker teammate intern junior senior lead hacker owner employee newbie individual friend fella gentleman woman lad troll poster commenter committer submitter',
  /** Companies that are spoken of as if they were a person. */
  org: 'microsoft google apple facebook oracle amazon ibm redhat canonical mozilla nvidia intel amd sony nintendo adobe samsung twitter ms msft github gitlab docker elastic hashicorp atlassian jetbrains tesla uber netflix valve epic',
  someone: 'someone somebody whoever',
  everyone: 'everyone everybody anyone anybody nobody noone no-one',
  /** Any subject that begins a new clause. */
  subject: 'you i we they he she it this that people everyone nobody someone who',
  /** People who are spoken about. */
  others:
    'they he she people guys folks developers devs maintainers contributors moderators programmers users team company companies community everyone everybody anyone nobody someone somebody microsoft google apple facebook author maintainer developer guy dude who whoever those one noone anybody management mods staff',
  nobody: 'nobody noone',
  /** Teams that are named by their area: "the frontend team". */
  area: 'frontend backend qa infra ops devops platform security data design product sales marketing support sre mobile web core api database networking release build docs documentation legal hr finance management',
} as const;

/** Given names that are common in many places; a name in the repository's own history counts without being here. */
export const givenNames =
  'alice bob carol dave david eve frank grace heidi ivan mallory oscar peggy trent victor walter john jane mary james robert michael william richard thomas charles daniel matthew anthony steven paul andrew joshua kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold jeremy ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy jordan albert dylan bruce willie gabriel alan juan logan wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley linda patricia barbara elizabeth jennifer susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle dorothy melissa deborah stephanie rebecca laura sharon cynthia kathleen amy shirley angela helen anna brenda pamela nicole samantha katherine emma ruth christine catherine debra rachel carolyn janet virginia maria heather diane olivia julie joyce victoria kelly christina lauren joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail sophia priya rahul amit anil sunil vijay sanjay ravi suresh ramesh deepak arjun neha pooja anjali kavita lakshmi aisha fatima mohammed muhammad ahmed ali omar hassan hussein ibrahim yusuf khalid layla noor zainab mei wei ling xiaoming jing yuki hiroshi kenji takashi haruto sakura akira minh linh nguyen thuy hans jürgen juergen klaus wolfgang stefan sven lars bjorn ingrid astrid pierre jean-luc françois francois marie claire camille giovanni marco luca giulia francesca carlos miguel jorge pedro luis diego alejandro lucia sofia dmitri sergey sergei vladimir natasha olga svetlana igor boris anastasia kwame kofi amara chidi ngozi oluwaseun thandi sipho tomasz piotr agnieszka katarzyna zsolt istvan mehmet mustafa emre ayse elif dimitry dimitri tom tim mike steve chris nick matt dan ben sam greg jim bill ted ken ron don jeff rob josh andy tony joey liam mia zoe chloe lena lukas jonas felix moritz';

/** Tools, bots, services and languages that carry a person's name, or that a sentence may make the agent. */
export const toolNames =
  'cloudflare aws azure gcp heroku vercel netlify splunk rabbitmq mongodb memcached openssl okta stripe twilio fastly akamai jenkins julia alex vale harper travis bamboo otto hudson gerrit zuul buildbot dependabot renovate codecov sonar eslint prettier webpack babel rollup vite jest mocha cypress selenium puppet chef ansible terraform pulumi helm argo istio envoy consul vault nomad docker podman kubernetes k8s jira trello slack teams zoom bazel gradle maven ant ruby crystal python perl java kotlin scala elm dart swift rust go haskell ada pascal erlang elixir clojure groovy node deno bun django flask rails laravel spring hibernate redis mongo postgres mysql mariadb oracle cassandra elastic kibana grafana prometheus loki tempo jaeger kafka rabbit celery airflow spark hadoop hive presto trino snowflake git github gitlab bitbucket copilot claude siri alexa cortana gemini bard llama mistral chromium chrome firefox safari edge opera linux ubuntu debian fedora windows macos android ios vim emacs atom code ci bot lint linter compiler cron nginx apache caddy traefik sentry datadog pagerduty opsgenie victorops clair trivy snyk curl wget bash zsh fish felix madison jackson lombok guava dagger hilt mockito cucumber gherkin sinatra hugo jekyll hexo gatsby astro phoenix ecto nova neutron cinder glance swift keystone horizon heat ironic octavia barbican';
