// Holds that the types compile and say what a partner needs of them.
import type { Arrival, Registered, paths } from "./types/mapping.js";

type Registering = paths["/mapping/v1/residents"]["post"];

export const arrival: Registering["requestBody"]["content"]["application/json"] = {
  clusterId: "01991f3a-5c00-7000-8000-0000000000c1",
  duf: "202412345610",
  name: "Selam Tesfay",
  birthDate: "1990-05-17",
  arrivedOn: "2024-03-04",
  languages: ["ti", "en"],
  permit: "likely",
} satisfies Partial<Arrival>;

export const due = (answer: Registered): string | null => answer.mappingDueOn;

// @ts-expect-error A permit is one of the words that the document names.
export const wrong: Arrival["permit"] = "perhaps";
