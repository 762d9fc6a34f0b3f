/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-application.h"
#include "rk-language.h"
#include "rk-settings.h"

int
main (int argc, char **argv)
{
  g_autofree char *language = g_settings_get_string (rk_settings_get (), "language");
  g_autoptr (RkApplication) application = NULL;

  rk_language_setup (language);
  gtk_disable_setlocale ();
  application = rk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
