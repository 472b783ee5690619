import { type Chat, chatFromJson, chatToJson, NEW_CHAT } from "@/lib/inference/chat/saved-chat";

/** One chat, kept outside of React: an answer goes on coming while another task or page is looked at. */
export type ChatStore = {
  get(): Chat;
  subscribe(listener: () => void): () => void;
  update(change: (chat: Chat) => Chat): void;
  /** The answer that is being made; null when none is. */
  running: AbortController | null;
};

/** While an answer comes, saving each piece would cost more than drawing it. */
const SAVE_EVERY_MS = 1_000;

const stores = new Map<string, ChatStore>();

/** A chat that was opened again from a call of the past. */
export type ShownChat = { call: { id: string }; chat: Chat };

/**
 * The chat with an endpoint in this tab: kept through reloads, sent to no server. One that was opened from the history
 * is a chat of its own: going on with it leaves the other one alone.
 */
export function chatStore(workspace: string, endpoint: string, shown: ShownChat | null): ChatStore {
  const key = ["playground-chat", workspace, endpoint, ...(shown ? [shown.call.id] : [])].join(":");
  const start = shown?.chat ?? NEW_CHAT;
  // A server draws for many people: it keeps nothing.
  if (typeof window === "undefined") return open(key, start);
  const known = stores.get(key);
  if (known) return known;
  const made = open(key, start);
  stores.set(key, made);
  return made;
}

function open(key: string, start: Chat): ChatStore {
  const listeners = new Set<() => void>();
  let chat: Chat | null = null;
  let savedAt = 0;

  function get(): Chat {
    chat ??= chatFromJson(sessionStorage.getItem(key), start);
    return chat;
  }
  const store: ChatStore = {
    running: null,
    get,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: (change) => {
      chat = change(get());
      if (!store.running || Date.now() - savedAt > SAVE_EVERY_MS) {
        save(key, chat);
        savedAt = Date.now();
      }
      for (const listener of listeners) listener();
    },
  };
  return store;
}

function save(key: string, chat: Chat): void {
  try {
    sessionStorage.setItem(key, chatToJson(chat));
  } catch {
    // Full: the chat goes on without being kept through a reload.
  }
}
