// Opens the reading page in a real browser and tries an operation: `npm run page -- ADDRESS CHROMIUM TOKEN`.
// Ends with 1, and says why, when the page's own policy or anything else keeps it from working.
import { chromium } from "playwright-core";

const [address, executablePath, token] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage();
const faults = [];
page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
page.on("pageerror", (error) => faults.push(error.message));
page.on("request", (request) => {
  if (!request.url().startsWith(address) && !request.url().startsWith("data:")) faults.push(`It asked ${request.url()}.`);
});

await page.goto(`${address}/docs/`);
await page.getByRole("button", { name: /authorize/i }).first().click();
await page.locator(".auth-container input").first().fill(token);
await page.locator(".auth-container").getByRole("button", { name: /^authorize$|apply credentials/i }).first().click();
await page.getByRole("button", { name: /close/i }).first().click();

const name = page.locator(".opblock-summary-operation-id", { hasText: /^listLanguages$/ });
const operation = page.locator(".opblock", { has: name });
await operation.locator(".opblock-summary").click();
await operation.getByRole("button", { name: /try it out/i }).click();
await operation.getByRole("button", { name: /execute/i }).click();
const status = await operation.locator(".live-responses-table .response-col_status").last().innerText();
await browser.close();

if (!status.startsWith("200")) faults.push(`listLanguages was answered ${status}.`);
console.log(faults.join("\n") || "The page works.");
process.exit(faults.length ? 1 : 0);
