/* SPDX-License-Identifier: EUPL-1.2 */
/* What can go wrong between this computer and an ODK server, as a person would tell it apart.
 *
 * The message of an RK_ODK_ERROR is a whole sentence for a person: what could not be done, at which
 * server, and what to do next. It never holds a password, nor the path of an address. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RK_ODK_ERROR (rk_odk_error_quark ())
GQuark rk_odk_error_quark (void);

/**
 * RkOdkError:
 * @RK_ODK_ERROR_UNREACHABLE: no connection, no name, a time-out, a connection that broke off
 * @RK_ODK_ERROR_SERVER: the server says that it has trouble itself (5xx), or too much to do (429)
 * @RK_ODK_ERROR_SIGN_IN: name and password are missing or wrong (401), or may not do this (403)
 * @RK_ODK_ERROR_REFUSED: the server does not want what was asked or sent (another 4xx)
 * @RK_ODK_ERROR_NOT_ODK: something else answers: a web page, the log-in page of a network
 * @RK_ODK_ERROR_CERTIFICATE: the certificate of the server is not in order
 * @RK_ODK_ERROR_INSECURE: it would go over the line unencrypted
 * @RK_ODK_ERROR_REDIRECT: the server sends us to another one
 * @RK_ODK_ERROR_DAMAGED: what arrived is not what the server announced, or cannot be read
 * @RK_ODK_ERROR_TOO_LARGE: more than a bound that protects the program
 * @RK_ODK_ERROR_ADDRESS: what was given is not the address of a server
 */
typedef enum
{
  RK_ODK_ERROR_UNREACHABLE,
  RK_ODK_ERROR_SERVER,
  RK_ODK_ERROR_SIGN_IN,
  RK_ODK_ERROR_REFUSED,
  RK_ODK_ERROR_NOT_ODK,
  RK_ODK_ERROR_CERTIFICATE,
  RK_ODK_ERROR_INSECURE,
  RK_ODK_ERROR_REDIRECT,
  RK_ODK_ERROR_DAMAGED,
  RK_ODK_ERROR_TOO_LARGE,
  RK_ODK_ERROR_ADDRESS
} RkOdkError;

/* Whether the same request can succeed by itself a moment later. */
gboolean rk_odk_error_is_passing (const GError *error);

G_END_DECLS
