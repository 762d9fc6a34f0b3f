/* SPDX-License-Identifier: EUPL-1.2 */
/* Functions on chance and codes. */
#include "config.h"
#include "rk-xpath-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PARK_MILLER_MODULUS G_GINT64_CONSTANT (2147483647)
#define MAX_UUID 4096

static void
fill_random (RkXPathState *state, guint8 *bytes, gsize n)
{
  GRand *random = state->context->random;

  for (gsize i = 0; i < n; i++)
    bytes[i] = (random != NULL ? g_rand_int (random) : g_random_int ()) >> 13;
}

static double
get_random (RkXPathState *state)
{
  GRand *random = state->context->random;

  return random != NULL ? g_rand_double (random) : g_random_double ();
}

static void
call_random (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  rk_xpath_return_number (result, get_random (focus->state));
}

static char *
make_uuid (RkXPathState *state)
{
  guint8 b[16];

  fill_random (state, b, sizeof b);
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
}

/* uuid(), or as many letters and digits as asked for. */
static void
call_uuid (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  double length;
  GString *out;

  if (rk_xpath_n_args (call) == 0)
    {
      rk_xpath_return_string (result, make_uuid (focus->state));
      return;
    }
  length = rk_xpath_arg_number (focus, call, 0);
  if (length > MAX_UUID)
    rk_xpath_fail (focus->state, RK_XPATH_ERROR_LIMIT,
                   _ ("The function uuid() cannot make a text of more than %d characters."),
                      MAX_UUID);
  out = g_string_new (NULL);
  for (int i = 0; focus->state->error == NULL && i < length; i++)
    g_string_append_c (out, letters[(int) (get_random (focus->state) * 62) % 62]);
  rk_xpath_return_string (result, g_string_free (out, FALSE));
}

static gboolean
find_checksum (const char *name, GChecksumType *type)
{
  static const struct
  {
    const char *name;
    GChecksumType type;
  } known[] = {
    { "MD5", G_CHECKSUM_MD5 },        { "SHA-1", G_CHECKSUM_SHA1 },
    { "SHA-256", G_CHECKSUM_SHA256 }, { "SHA-384", G_CHECKSUM_SHA384 },
    { "SHA-512", G_CHECKSUM_SHA512 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (known[i].name, name) == 0)
      {
        *type = known[i].type;
        return TRUE;
      }
  return FALSE;
}

static char *
digest (const char *text, GChecksumType type, gboolean hex)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (type);
  guint8 bytes[64];
  gsize n = sizeof bytes;

  g_checksum_update (checksum, (const guchar *) text, -1);
  if (hex)
    return g_strdup (g_checksum_get_string (checksum));
  g_checksum_get_digest (checksum, bytes, &n);
  return g_base64_encode (bytes, n);
}

static void
call_digest (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *name = rk_xpath_arg_string (focus, call, 1);
  g_autofree char *encoding =
      call->args->len > 2 ? rk_xpath_arg_string (focus, call, 2) : g_strdup ("base64");
  gboolean hex = g_ascii_strcasecmp (encoding, "hex") == 0;
  GChecksumType type;

  if (!find_checksum (name, &type))
    /* Translators: %s is the name of a checksum in a form, such as “SHA-256”. */
    rk_xpath_fail (focus->state, RK_XPATH_ERROR_TYPE,
                   _ ("The function digest() does not know the checksum “%s”."), name);
  else if (!hex && g_ascii_strcasecmp (encoding, "base64") != 0)
    /* Translators: %s is the name of an encoding in a form, such as “hex”. */
    rk_xpath_fail (focus->state, RK_XPATH_ERROR_TYPE,
                   _ ("The function digest() does not know the encoding “%s”."), encoding);
  else
    rk_xpath_return_string (result, digest (text, type, hex));
}

/* Letters, digits, "+" and "/", with nothing or "=" up to a multiple of four behind them. */
static gboolean
is_base64 (const char *text)
{
  gsize n = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  gsize filling = strspn (text + n, "=");

  return n > 0 && n % 4 != 1 && text[n + filling] == '\0' &&
         (filling == 0 || (filling <= 2 && (n + filling) % 4 == 0));
}

/* Empty for what is not base64. What is no UTF-8 after decoding is shown with replacement
 * characters. */
static void
call_base64_decode (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  g_autofree char *text = rk_xpath_arg_string (focus, call, 0);
  g_autofree char *padded = g_strconcat (text, "==", NULL);
  gsize n = 0;
  g_autofree guchar *bytes = is_base64 (text) ? g_base64_decode (padded, &n) : NULL;

  rk_xpath_return_string (result, bytes != NULL ? g_utf8_make_valid ((char *) bytes, (gssize) n)
                                                : g_strdup (""));
}

/* The seed a text stands for: the first eight bytes of its SHA-256. */
static gint64
hash_seed (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 bytes[32];
  gsize n = sizeof bytes;
  gint64 seed = 0;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, bytes, &n);
  memcpy (&seed, bytes, sizeof seed);
  return GINT64_FROM_BE (seed);
}

static gint64
to_seed (double number)
{
  if (isnan (number))
    return 0;
  if (number >= 9223372036854775807.0)
    return G_MAXINT64;
  if (number <= -9223372036854775808.0)
    return G_MININT64;
  return (gint64) number;
}

static gint64
get_seed (const RkXPathFocus *focus, const RkXPathExpr *arg)
{
  g_auto (RkXPathValue) value = { 0 };
  g_autofree char *text = NULL;
  double number;

  rk_xpath_eval (focus, arg, &value);
  if (focus->state->error != NULL)
    return 0;
  if (value.type == RK_XPATH_NUMBER || value.type == RK_XPATH_BOOLEAN)
    return to_seed (rk_xpath_to_number (focus->state, &value));
  text = rk_xpath_to_string (focus->state, &value);
  if (*text == '\0')
    return 0;
  number = rk_xpath_text_to_number (focus->state, text);
  if (!isnan (number))
    return to_seed (number);
  return hash_seed (text);
}

/* Park and Miller's generator, so that every program gives the same order for a seed. */
static double
next_park_miller (gint64 *seed)
{
  *seed = *seed * 16807 % PARK_MILLER_MODULUS;
  return (double) (*seed - 1) / (PARK_MILLER_MODULUS - 1);
}

static void
shuffle (RkXPathState *state, GPtrArray *nodes, gboolean seeded, gint64 seed)
{
  g_autoptr (GPtrArray) from = g_ptr_array_copy (nodes, NULL, NULL);

  seed %= PARK_MILLER_MODULUS;
  if (seed <= 0)
    seed += PARK_MILLER_MODULUS - 1;
  for (guint i = 0; i < from->len; i++)
    {
      double random = seeded ? next_park_miller (&seed) : get_random (state);
      guint j = (guint) (random * (i + 1));

      if (j > i)
        j = i;
      if (j != i)
        nodes->pdata[i] = nodes->pdata[j];
      nodes->pdata[j] = from->pdata[i];
    }
}

static void
call_randomize (const RkXPathFocus *focus, const RkXPathExpr *call, RkXPathValue *result)
{
  GPtrArray *nodes = rk_xpath_eval_nodes (focus, rk_xpath_arg (call, 0), "randomize()");
  gboolean seeded = call->args->len > 1;
  gint64 seed = seeded ? get_seed (focus, rk_xpath_arg (call, 1)) : 0;

  shuffle (focus->state, nodes, seeded, seed);
  rk_xpath_return_nodes (result, nodes);
}

const RkXPathFunction rk_xpath_misc_functions[] = {
  { "random", 0, 0, call_random, RK_XPATH_READ_RANDOM },
  { "uuid", 0, 1, call_uuid, RK_XPATH_READ_RANDOM },
  { "randomize", 1, 2, call_randomize, RK_XPATH_READ_RANDOM, RK_REPEATS_ALL },
  { "digest", 2, 3, call_digest },
  { "base64-decode", 1, 1, call_base64_decode },
  { NULL },
};
