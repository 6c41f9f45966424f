import { expect, it } from "vitest";
import { connectionTo } from "./connection";

it.each([
  ["http://127.0.0.1:8000", "http://127.0.0.1:8000"],
  ["http://127.0.0.1:8000/", "http://127.0.0.1:8000"],
  ["https://host/v1/", "https://host"],
  ["https://host/some/path/v1", "https://host/some/path"],
])("reads %s", (address, root) => {
  expect(connectionTo(address, "m", null)).toMatchObject({ root, api: `${root}/v1` });
});

it.each(["", "host:8000", "ftp://host", "file:///etc/passwd", "javascript:alert(1)"])(
  "refuses %j",
  (address) => {
    expect(connectionTo(address, "m", null)).toBeNull();
  },
);
