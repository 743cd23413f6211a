#include "CPinyin.h"

#include <unicode/utrans.h>

void *anju_transliterator_open(const uint16_t *id, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  void *made = utrans_openU((const UChar *)id, length, UTRANS_FORWARD, NULL, 0, NULL, &status);
  return U_SUCCESS(status) ? made : NULL;
}

int32_t anju_transliterate(void *transliterator, uint16_t *text, int32_t length, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t limit = length;
  utrans_transUChars(transliterator, (UChar *)text, &length, capacity, 0, &limit, &status);
  return U_SUCCESS(status) ? length : -1;
}
