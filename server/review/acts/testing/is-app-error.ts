import { AppError } from "@/server/foundation/errors";

export const isAppError = (thrown: unknown): thrown is AppError => thrown instanceof AppError;
