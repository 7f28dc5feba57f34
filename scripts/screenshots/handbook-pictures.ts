import type {Page} from '@playwright/test'
import {
  openInStudio,
  openProblems,
  openSection,
  publish,
  writeField,
} from '../../__tests__/browser/support/studio.ts'
import type {Picture} from './picture.ts'
import {registerOfDemoSchools} from './register-of-demo-schools.ts'

/**
 * The pictures of the handbook. Those that change the content come last, so that none of the others shows what they did;
 * all of it is forgotten with the site that they are drawn from.
 */
export const handbookPictures: readonly Picture[] = [
  {
    file: 'handbook/pictures/welcome.webp',
    height: 680,
    show: (page) => openTool(page, 'welcome', 'Welcome'),
  },
  {
    file: 'handbook/pictures/needs-attention.webp',
    height: 680,
    show: async (page) => {
      await openTool(page, 'attention', 'Needs attention')
      await page.getByRole('heading', {level: 2}).first().waitFor()
    },
  },
  {
    file: 'handbook/pictures/page.webp',
    height: 1000,
    show: async (page) => {
      await openInList(page, 'page;page-about-us')
      await page.getByTestId('field-slug').evaluate((field) => field.scrollIntoView())
    },
  },
  {
    file: 'handbook/pictures/proof.webp',
    height: 1300,
    show: (page) =>
      openInList(page, 'testimonials;private-proof;testimonial-thornmere-governor', 'field-saidBy'),
  },
  {
    file: 'handbook/pictures/request-sign-off.webp',
    height: 800,
    show: async (page) => {
      await openInStudio(page, 'testimonial', 'testimonial-thornmere-governor')
      await page.getByTestId('action-menu-button').click()
      await page.getByRole('menuitem', {name: 'Request sign-off'}).click()
      const dialog = page.getByRole('dialog', {name: 'Request sign-off'})
      await dialog.getByLabel('Name').fill('Ada Penrose')
      await dialog.getByLabel(/E-mail address/).fill('head@thornmere.example')
      await dialog.getByLabel('The same address again').fill('head@thornmere.example')
      await dialog
        .getByLabel(/Why do you ask/)
        .fill('For the page of your school. It is from your letter of June.')
    },
  },
  {
    file: 'handbook/pictures/evidence.webp',
    height: 1300,
    show: async (page) => {
      await openInList(page, 'benefitClaim;claim-schools-improve', 'field-statistic')
      await page.getByTestId('field-kind').evaluate((field) => field.scrollIntoView())
    },
  },
  {
    file: 'handbook/pictures/import-schools.webp',
    height: 1000,
    show: async (page) => {
      await openTool(page, 'import-schools', 'Import schools')
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', {name: 'Choose files …'}).click()
      await (await chooser).setFiles(registerOfDemoSchools())
      await page
        .getByRole('button', {name: /, Group UID /})
        .first()
        .click()
      await page.getByRole('heading', {name: 'What would change'}).waitFor()
    },
  },
  {
    file: 'handbook/pictures/pupils.webp',
    height: 1150,
    show: async (page) => {
      await openInList(page, 'home-page')
      const dialogue = await openSection(page, 'The valley as we like to think of it')
      await dialogue.getByText('Pupils can be recognised in it').click()
      await dialogue.getByText('When the parents or carers agreed').scrollIntoViewIfNeeded()
      await page.mouse.wheel(0, 400)
    },
  },
  {
    file: 'handbook/pictures/history.webp',
    show: async (page) => {
      await openInStudio(page, 'page', 'page-privacy')
      for (const title of ['Cookies and your privacy', 'About cookies']) {
        await writeField(page, 'title', title)
        await publish(page)
      }
      await page.getByTestId('pane-context-menu-button').last().click()
      await page.getByTestId('action-history').click()
      await page.getByTestId('timeline-item-button').filter({hasText: 'Published'}).nth(1).click()
      await page.getByRole('button', {name: 'Revert to revision'}).waitFor()
    },
  },
  {
    file: 'handbook/pictures/what-is-wrong.webp',
    show: async (page) => {
      await openInStudio(page, 'benefitClaim', 'claim-efficiency')
      await page.getByTestId('field-kind').getByText('Statistic', {exact: true}).click()
      await page.getByTestId('field-statistic').waitFor()
      const panel = await openProblems(page, 'benefitClaim', 'claim-efficiency')
      await panel.getByText('Give both numbers').first().waitFor()
    },
  },
]

async function openTool(page: Page, tool: string, title: string): Promise<void> {
  await page.goto(`/studio/${tool}`)
  await page.getByRole('heading', {name: title, level: 1}).waitFor({timeout: 60_000})
}

/**
 * Opens a form beside the lists that lead to it, as staff come to it.
 * @param place - of the form in the menu of contents, as the Studio writes it in the address
 * @param field - test id of a field that is waited for
 */
async function openInList(page: Page, place: string, field = 'field-title'): Promise<void> {
  await page.goto(`/studio/structure/${place}`)
  await page.getByTestId(field).waitFor({timeout: 60_000})
}
