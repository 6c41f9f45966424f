"use client";

import { KeyValueList, Section } from "@/components/ui/page";
import { ROLE_NAMES, roleSentence } from "../role-words";
import { useMe } from "../use-me";
import { FirstPasswordForm } from "./first-password-form";
import { NameForm } from "./name-form";
import { PasswordForm } from "./password-form";
import { SessionList } from "./session-list";

/** My name, role, password and sessions. */
export function AccountPage() {
  const { me } = useMe();
  if (me === null) return null;
  return (
    <>
      <Section title="You">
        <KeyValueList
          items={[
            { key: "Role", value: `${ROLE_NAMES[me.role]}. ${roleSentence(me.role)}` },
            ...(me.signsIn ? [{ key: "E-mail address", value: me.email }] : []),
          ]}
        />
        <div className="mt-4">
          <NameForm key={me.name} name={me.name} />
        </div>
      </Section>
      {me.signsIn ? (
        <>
          <Section
            title="Password"
            lede="A new password ends every session, also those in other browsers. This one goes on with the new password."
          >
            <PasswordForm email={me.email} />
          </Section>
          <Section title="Where you are signed in">
            <SessionList />
          </Section>
        </>
      ) : (
        <Section
          id="password"
          title="Choose a password"
          lede="On this machine you need none while you are the only one. With one, everybody signs in: you can invite others, and the app may listen on other addresses."
        >
          <FirstPasswordForm name={me.name} />
        </Section>
      )}
    </>
  );
}
