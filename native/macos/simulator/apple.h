/* Apple's types and numbers, as the macOS 14.2 headers give them. */
#ifndef SIMULATOR_APPLE_H
#define SIMULATOR_APPLE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#define EXPORT __attribute__((visibility("default")))

typedef uint8_t Boolean;
typedef uint16_t UniChar;
typedef int64_t CFIndex;
typedef uint64_t CFTypeID;
typedef uint64_t CFHashCode;
typedef double CGFloat;
typedef int32_t AXError;
typedef uint16_t CGKeyCode;
typedef const void *CFTypeRef;

typedef struct {
  CGFloat x, y;
} CGPoint;
typedef struct {
  CGFloat width, height;
} CGSize;
typedef struct {
  CGPoint origin;
  CGSize size;
} CGRect;
typedef struct {
  CFIndex location, length;
} CFRange;

enum {
  AX_SUCCESS = 0,
  AX_FAILURE = -25200,
  AX_ILLEGAL_ARGUMENT = -25201,
  AX_INVALID_ELEMENT = -25202,
  AX_INVALID_OBSERVER = -25203,
  AX_CANNOT_COMPLETE = -25204,
  AX_ATTRIBUTE_UNSUPPORTED = -25205,
  AX_ACTION_UNSUPPORTED = -25206,
  AX_NOTIFICATION_UNSUPPORTED = -25207,
  AX_NOT_IMPLEMENTED = -25208,
  AX_ALREADY_REGISTERED = -25209,
  AX_NOT_REGISTERED = -25210,
  AX_API_DISABLED = -25211,
  AX_NO_VALUE = -25212,
  AX_PARAMETERIZED_UNSUPPORTED = -25213,
};

enum { VALUE_POINT = 1, VALUE_SIZE = 2, VALUE_RECT = 3, VALUE_RANGE = 4, VALUE_ERROR = 5 };

enum { ENCODING_ASCII = 0x0600, ENCODING_UTF8 = 0x08000100 };

enum {
  EVENT_LEFT_DOWN = 1,
  EVENT_LEFT_UP = 2,
  EVENT_RIGHT_DOWN = 3,
  EVENT_RIGHT_UP = 4,
  EVENT_MOVED = 5,
  EVENT_LEFT_DRAG = 6,
  EVENT_KEY_DOWN = 10,
  EVENT_KEY_UP = 11,
  EVENT_FLAGS_CHANGED = 12,
  EVENT_SCROLL = 22,
};

enum { FLAG_SHIFT = 0x20000, FLAG_CONTROL = 0x40000, FLAG_OPTION = 0x80000, FLAG_COMMAND = 0x100000 };

enum {
  KEY_RETURN = 0x24,
  KEY_TAB = 0x30,
  KEY_SPACE = 0x31,
  KEY_DELETE = 0x33,
  KEY_ESCAPE = 0x35,
  KEY_LEFT = 0x7b,
  KEY_RIGHT = 0x7c,
  KEY_DOWN = 0x7d,
  KEY_UP = 0x7e,
};

#endif
