/* SPDX-License-Identifier: EUPL-1.2 */
/* Ids and times. Ids of new records are UUIDv7: they sort by moment of making, also within one
 * millisecond of one process. Ids of records that are known by what they belong to are UUIDv8. */
#include "config.h"
#include "rk-store.h"
#include "rk-time-private.h"

#include <stdarg.h>
#include <string.h>
#include <sys/random.h>

static char *
format_uuid (guint8 bytes[16], guint version)
{
  GString *text = g_string_sized_new (37);

  bytes[6] = (guint8) ((bytes[6] & 0x0f) | version << 4);
  bytes[8] = (guint8) ((bytes[8] & 0x3f) | 0x80);
  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        g_string_append_c (text, '-');
      g_string_append_printf (text, "%02x", bytes[i]);
    }
  return g_string_free (text, FALSE);
}

/* Milliseconds and a 12-bit counter in one number that only grows. */
static guint64
next_tick (guint16 seed)
{
  static GMutex mutex;
  static guint64 last;
  guint64 tick = (guint64) (g_get_real_time () / 1000) << 12 | (seed & 0x3ff);

  g_mutex_lock (&mutex);
  if (tick <= last)
    tick = last + 1;
  last = tick;
  g_mutex_unlock (&mutex);
  return tick;
}

char *
rk_store_new_id (void)
{
  guint8 bytes[16];
  guint16 seed;
  guint64 tick;

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    g_error ("The system has no random numbers");
  memcpy (&seed, bytes, sizeof seed);
  tick = next_tick (seed);
  for (guint i = 0; i < 6; i++)
    bytes[i] = (guint8) (tick >> (52 - 8 * i));
  bytes[6] = (guint8) (tick >> 8 & 0x0f);
  bytes[7] = (guint8) tick;
  return format_uuid (bytes, 7);
}

char *
rk_store_name_id (const char *first, ...)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  va_list args;

  g_return_val_if_fail (first != NULL, NULL);
  va_start (args, first);
  /* The NUL of each name counts, so that "ab", "c" differs from "a", "bc". */
  for (const char *name = first; name != NULL; name = va_arg (args, const char *))
    g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name) + 1);
  va_end (args);
  g_checksum_get_digest (checksum, digest, &length);
  return format_uuid (digest, 8);
}

char *
rk_time_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *seconds = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (now) / 1000);
}
