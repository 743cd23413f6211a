#ifndef ANJU_CPINYIN_H
#define ANJU_CPINYIN_H

// The door to the system's ICU for the search's pinyin. ICU's own headers stay behind it: Swift's
// Foundation brings another ICU, and two modules may not both tell what ICU's types are.
#include <stddef.h>
#include <stdint.h>

// Opens a transliterator by its identifier of `length` units; NULL where this ICU has none of it.
void *anju_transliterator_open(const uint16_t *id, int32_t length);

// Writes over a text of `length` units in a buffer of `capacity`; the new length, or -1 if it did
// not fit.
int32_t anju_transliterate(void *transliterator, uint16_t *text, int32_t length, int32_t capacity);

#endif
