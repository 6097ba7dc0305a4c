export default function CreateDeal({ onClose }: { onClose: () => void }) {
  return <button onClick={onClose} />;
}
