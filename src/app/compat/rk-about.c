/* SPDX-License-Identifier: EUPL-1.2 */
#include "config.h"
#include "rk-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
rk_about_show (GtkWindow *parent)
{
  adw_show_about_window (
      parent, "application-icon", APP_ID, "application-name", "Regiekamer", "version", RK_VERSION,
      "developer-name",
      _ ("The Regiekamer contributors"), "comments",
         _ ("See how much control your administration has over its digital operation."),
            "license-type", GTK_LICENSE_CUSTOM, "license",
            _ ("European Union Public Licence (EUPL), version 1.2"), NULL);
}
