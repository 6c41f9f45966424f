"use client";

import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { fieldError } from "@/components/ui/form-errors";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

/** What a person says of themselves when they first come in. */
export interface Credentials {
  name: string;
  email: string;
  password: string;
}

export const CREDENTIAL_FIELDS = ["name", "email", "password"] as const;

interface CredentialsFieldsProps {
  readonly register: UseFormRegister<Credentials>;
  readonly errors: FieldErrors<Credentials>;
  readonly refused: Parameters<typeof fieldError>[0];
}

export function CredentialsFields({ register, errors, refused }: CredentialsFieldsProps) {
  return (
    <>
      <Field
        label="Name"
        help="What you do is kept under it."
        error={errors.name?.message ?? fieldError(refused, "name")}
      >
        <TextInput autoComplete="name" {...register("name")} />
      </Field>
      <Field
        label="E-mail address"
        help="To sign in with. Nothing is ever sent to it."
        error={errors.email?.message ?? fieldError(refused, "email")}
      >
        <TextInput type="email" autoComplete="username" {...register("email")} />
      </Field>
      <Field
        label="Password"
        help="At least 10 characters."
        error={errors.password?.message ?? fieldError(refused, "password")}
      >
        <TextInput type="password" autoComplete="new-password" {...register("password")} />
      </Field>
    </>
  );
}
