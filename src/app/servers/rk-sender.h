/* SPDX-License-Identifier: EUPL-1.2 */
/* What waits to be sent, on its way by itself while the program is on: at once when asked, again
 * when the line comes back, and again after a pause that grows. Nothing is lost when the program
 * stops: the queue is in the workspace. */
#pragma once

#include "rk-exchange.h"

G_BEGIN_DECLS

#define RK_TYPE_SENDER (rk_sender_get_type ())
G_DECLARE_FINAL_TYPE (RkSender, rk_sender, RK, SENDER, GObject)

/* Begins with what waits in @store already. */
RkSender *rk_sender_new (RkStore *store);
/* Lets go of the workspace at once; what is under way is given up, and sent again later. */
void rk_sender_close (RkSender *self);
/* Queues the submitted response @id for the server of its questionnaire, again when it was refused,
 * and sends it now. FALSE: it cannot be queued. */
gboolean rk_sender_send (RkSender *self, const char *id, GError **error);
/* Tries everything that waits now. */
void rk_sender_retry (RkSender *self);

/* Signal "tried" (RkSender *self, const char *submission, const GError *why): an attempt is over;
 * @why is NULL when the server has it. */

G_END_DECLS
