/* SPDX-License-Identifier: EUPL-1.2 */
/* The questions about control and what each value means. */
#include "config.h"
#include "rk-regie.h"

#include <glib/gi18n-lib.h>

const RkRegieQuestion rk_regie_questions[RK_REGIE_N_QUESTIONS] = {
  { "D1",
    RK_REGIE_DATA,
    FALSE,
    N_ ("Data model"),
    N_ ("What is the data model like?"),
    { { 0, N_ ("Closed, of the supplier alone") },
      { 25, N_ ("Documented") },
      { 50, N_ ("Mapped to OSLO or to a legal model") },
      { 75, N_ ("A recognised standard itself") },
      { 100, N_ ("Managed publicly, or certified") } } },
  { "D2",
    RK_REGIE_DATA,
    FALSE,
    N_ ("Access to the data"),
    N_ ("How do you get at your data?"),
    { { 0, N_ ("Not at all") },
      { 25, N_ ("Custom work that is paid for") },
      { 50, N_ ("A file on request") },
      { 75, N_ ("A complete export by yourself, in an open format") },
      { 100, N_ ("A documented API and all data at once, at no extra cost") } } },
  { "D3",
    RK_REGIE_DATA,
    FALSE,
    N_ ("Contract about the data"),
    N_ ("What does the contract say about your data?"),
    { { 0, N_ ("Neither ownership nor exit is arranged") },
      { 50, N_ ("Ownership is arranged") },
      { 75, N_ ("Ownership, an exit plan and the format are arranged") },
      { 100, N_ ("All of that, and it was tested") } } },
  { "D4",
    RK_REGIE_DATA,
    FALSE,
    N_ ("Authentic sources"),
    N_ ("Where do shared data come from?"),
    { { 0, N_ ("They are copied and asked for again") },
      { 50, N_ ("Partly from an authentic source") },
      { 100, N_ ("Read from and written to authentic sources (MAGDA)") } } },
  { "D5",
    RK_REGIE_DATA,
    FALSE,
    N_ ("Data apart"),
    N_ ("Are the data apart from the application?"),
    { { 0, N_ ("They are only inside the application") },
      { 50, N_ ("A copy is kept outside") },
      { 100, N_ ("In a shared data platform or a source of their own") } } },
  { "P1",
    RK_REGIE_PROCESS,
    FALSE,
    N_ ("Rules visible"),
    N_ ("Can you see the rules?"),
    { { 0, N_ ("They are invisible") },
      { 50, N_ ("They are described") },
      { 100, N_ ("As a model or a table that can be consulted") } } },
  { "P2",
    RK_REGIE_PROCESS,
    FALSE,
    N_ ("Rules changed"),
    N_ ("Who can change the rules?"),
    { { 0, N_ ("Only the supplier") },
      { 50, N_ ("You, within settings") },
      { 100, N_ ("You, or administrations together") } } },
  { "P3",
    RK_REGIE_PROCESS,
    FALSE,
    N_ ("Logic shared"),
    N_ ("Where does the logic run?"),
    { { 0, N_ ("In the application") },
      { 50, N_ ("Partly on a shared service") },
      { 100, N_ ("On a public or certified service platform") } } },
  { "P4",
    RK_REGIE_PROCESS,
    FALSE,
    N_ ("Law translated"),
    N_ ("Who turns the law into rules?"),
    { { 0, N_ ("Each supplier by itself") },
      { 50, N_ ("In joint consultation") },
      { 100, N_ ("A shared reference table or calculation rule") } } },
  { "P5",
    RK_REGIE_PROCESS,
    FALSE,
    N_ ("Status and audit"),
    N_ ("Can you follow what happens to a file?"),
    { { 0, N_ ("No") },
      { 25, N_ ("A log inside the application") },
      { 50, N_ ("It can be exported") },
      { 100, N_ ("Events and status by a standard (DOSIS)") } } },
  { "A1",
    RK_REGIE_APPLICATION,
    TRUE,
    N_ ("Alternatives"),
    N_ ("How many other products in the catalogue suit the same component?"),
    { { 0, N_ ("None") },
      { 25, N_ ("One") },
      { 50, N_ ("Two") },
      { 75, N_ ("Three") },
      { 100, N_ ("Four or more") } } },
  { "A2",
    RK_REGIE_APPLICATION,
    FALSE,
    N_ ("Replaceable screens"),
    N_ ("Can the screens be replaced?"),
    { { 0, N_ ("Front and back cannot be separated") },
      { 50, N_ ("Partly, by an API") },
      { 100, N_ ("Yes, apart from data and process") } } },
  { "A3",
    RK_REGIE_APPLICATION,
    TRUE,
    N_ ("Notice"),
    N_ ("How soon can you leave the contract?"),
    { { 0, N_ ("Tacit renewal, with more than 12 months of notice") },
      { 50, N_ ("With 7 to 12 months of notice") },
      { 100, N_ ("With at most 6 months of notice, or under a framework agreement") } } },
  { "A4",
    RK_REGIE_APPLICATION,
    TRUE,
    N_ ("Standard interfaces"),
    N_ ("Which share of its interfaces follows a standard?"),
    { { 0, N_ ("None") },
      { 25, N_ ("A quarter or more") },
      { 50, N_ ("Half or more") },
      { 75, N_ ("Three quarters or more") },
      { 100, N_ ("All") } } },
  { "A5",
    RK_REGIE_APPLICATION,
    TRUE,
    N_ ("Spread of suppliers"),
    N_ ("How much of the domain is with other suppliers?"),
    { { 0, N_ ("Nothing") },
      { 25, N_ ("A quarter or more") },
      { 50, N_ ("Half or more") },
      { 75, N_ ("Three quarters or more") },
      { 100, N_ ("Everything") } } },
};

int
rk_regie_find_question (const char *id)
{
  for (int i = 0; i < RK_REGIE_N_QUESTIONS; i++)
    if (g_strcmp0 (rk_regie_questions[i].id, id) == 0)
      return i;
  return -1;
}

const char *
rk_regie_get_choice_label (guint question, double value)
{
  const RkRegieChoice *found = NULL;

  g_return_val_if_fail (question < RK_REGIE_N_QUESTIONS, NULL);

  for (const RkRegieChoice *c = rk_regie_questions[question].choices; c->label != NULL; c++)
    if (value >= c->value)
      found = c;
  return found != NULL ? gettext (found->label) : _ ("Unknown");
}

const char *
rk_regie_get_layer_label (RkRegieLayer layer)
{
  static const char *const labels[] = { N_ ("Data layer"), N_ ("Process layer"),
                                        N_ ("Application layer") };

  return gettext (labels[layer]);
}

const char *
rk_regie_get_band_label (int band)
{
  static const char *const labels[] = { N_ ("Locked in"), N_ ("Dependent"), N_ ("Shared control"),
                                        N_ ("In control") };

  return band >= 0 && band < RK_REGIE_N_BANDS ? gettext (labels[band]) : _ ("Unknown");
}
