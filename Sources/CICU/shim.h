#ifndef ANJU_CICU_SHIM_H
#define ANJU_CICU_SHIM_H

// ICU puts its version into the names of its functions by macros, which Swift does not see: so each
// function that is used has a plain name here.
#include <stddef.h>
#include <stdint.h>
#include <unicode/utrans.h>

// Opens a transliterator by its identifier; NULL where this ICU has none of that name.
static inline void *anju_transliterator_open(const uint16_t *id, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  void *made = utrans_openU((const UChar *)id, length, UTRANS_FORWARD, NULL, 0, NULL, &status);
  return U_SUCCESS(status) ? made : NULL;
}

// Writes over a text of `length` units in a buffer of `capacity`; the new length, or -1 if it did
// not fit.
static inline int32_t anju_transliterate(
    void *transliterator, uint16_t *text, int32_t length, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t limit = length;
  utrans_transUChars(transliterator, (UChar *)text, &length, capacity, 0, &limit, &status);
  return U_SUCCESS(status) ? length : -1;
}

#endif
