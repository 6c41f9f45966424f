interface Refusal {
  readonly message: string;
  readonly data: { readonly fix: string | null };
}

/** Signs in, which gives this browser its cookie. @returns why not, or null */
export async function signIn(credentials: {
  readonly email: string;
  readonly password: string;
}): Promise<Refusal | null> {
  const response = await post("/api/auth/sign-in/email", credentials);
  return response?.ok === true ? null : refusalOf(response);
}

/** Signs this browser out. @returns why not, or null */
export async function signOut(): Promise<Refusal | null> {
  const response = await post("/api/auth/sign-out", {});
  return response?.ok === true ? null : refusalOf(response);
}

/** Null where no answer came. */
function post(address: string, body: unknown): Promise<Response | null> {
  return fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
}

async function refusalOf(response: Response | null): Promise<Refusal> {
  if (response === null) {
    return { message: "The app did not answer.", data: { fix: "See that it runs, then try again." } };
  }
  if (response.status === 401) {
    return { message: "This e-mail address and password do not go together.", data: { fix: null } };
  }
  if (response.status === 429) {
    const seconds = response.headers.get("x-retry-after");
    return {
      message: "Too many tries.",
      data: { fix: seconds === null ? "Wait a minute." : `Try again in ${seconds} s.` },
    };
  }
  const sent: unknown = await response.json().catch(() => null);
  return { message: messageOf(sent) ?? `The app answered ${response.status}.`, data: { fix: null } };
}

function messageOf(sent: unknown): string | null {
  return typeof sent === "object" && sent !== null && "message" in sent && typeof sent.message === "string"
    ? sent.message
    : null;
}
